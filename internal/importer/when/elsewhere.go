package when

import (
	"sync"

	"pressroom/internal/pattern"
)

// Lines in languages whose words of time scan does not know are read by a scanner of their own. It knows few words, and
// reads a line only where it knows every one: any other could say that another hour is meant.

// farTongues are those languages. In some an hour without its half of the day may be either.
var farTongues = map[string]struct{ twelve bool }{
	"ja": {}, "ko": {}, "zh": {}, "ar": {twelve: true}, "ru": {}, "uk": {}, "bg": {}, "pl": {}, "cs": {}, "sk": {}, "hr": {}, "hu": {},
	"ro": {}, "tr": {}, "el": {twelve: true}, "he": {}, "vi": {twelve: true}, "id": {}, "fi": {}, "sv": {}, "da": {}, "nb": {}, "nn": {},
	"no": {}, "ca": {},
}

// farWords are what such lines are read with: words that stand alone, and those that others are joined to.
type farWords struct{ alone, joined string }

var (
	farMarks = farWords{Elsewhere + `|embargo|embargat|embargada`, ElsewhereWithin}
	// Fillers say nothing of the hour: until, the day, the year, publication.
	farFillers = farWords{
		`до|на|о|об|в|г|р|року|года|рік|час|часа|ч|публикацию|публикации|публікацію|снимается|действует|` +
			`do|dnia|dne|dňa|na|r|roku|objęte|objęty|materiał|informacja|prasowa|obowiązuje|publikację|publikacji|v|u|sati|` +
			`till|til|indtil|inntil|fram|frem|den|gäller|gælder|gjelder|asti|saakka|on|` +
			`până|pana|la|data|de|sub|în|` +
			`έως|εως|μέχρι|τις|την|στις|και|η|` +
			`kadar|tarihine|günü|basın|yayın|e|a|ye|ya|` +
			`hingga|sampai|dengan|tanggal|pada|trước|đến|cho đến|ngày|vào|` +
			`حتى|الى|لغاية|قبل|يوم|من|في|عند|تمام|بتاريخ|م|` +
			`עד|ביום|ליום|לתאריך|תאריך|fins|al|el|les|del|dia|ig|án|én|i`,
		`まで|より|から|以降|以後|に|の|は|です|とする|厳守|時点|日時|時刻|時間|时间|至|到|於|于|之前|以前|前|起|以后|后|後|` +
			`까지|이후|이전|부터|보도|가능|해제|일시|시점`,
	}
	// Named stands before an hour.
	farNamed = farWords{`kl|klockan|klokken|klo|kello|saat|godz|godzin[ayę]|godzinie|hod|ora|orele|ώρα|ωρα|jam|pukul|lúc|` +
		`الساعة|בשעה|שעה|óra|a les`, `時刻`}
	// Hours stand behind its number.
	farHours = farWords{
		`час(?:ов|а|ов)?|ч|годин[аи]?|год|hod|hodin[ay]?|h|óra|órakor|óráig|sati|giờ|hores|uhr|ώρα`, `時|时|点|點|시`,
	}
	farMinutes = farWords{`минут|мин|хвилин|хв|minut|perc|phút`, `分|분`}
	farMorning = farWords{`утра|ранку|rano|πμ|π\.μ\.|صباحا|sáng|בבוקר|am|a\.m\.`, `午前|上午|오전`}
	farEvening = farWords{`вечера|дня|μμ|μ\.μ\.|مساء|chiều|tối|בערב|pm|p\.m\.`, `午後|下午|오후`}

	farZones = map[string]farWords{
		"Asia/Tokyo": {``, `日本(?:標準)?時間?`}, "Asia/Seoul": {``, `한국 ?시간|한국 ?시각|한국 ?표준시`},
		"Asia/Shanghai": {``, `北京[时時][间間]`}, "Asia/Taipei": {``, `[台臺](?:北|灣|湾)[时時][间間]`}, "Asia/Hong_Kong": {``, `香港[时時][间間]`},
		"Europe/Moscow":     {`по московскому времени|по москве|московского времени|московское время|мск`, ``},
		"Europe/Kiev":       {`за київським часом|за києвом|за київом`, ``},
		"Europe/Warsaw":     {`czasu (?:polskiego|warszawskiego)`, ``},
		"Europe/Prague":     {`(?:středoevropského|SEČ|SELČ)(?: času)?`, ``},
		"Europe/Istanbul":   {`türkiye saati(?:yle)?|TSİ`, ``},
		"Europe/Athens":     {`ώρα ελλάδ[αο]ς`, ``},
		"Europe/Helsinki":   {`suomen aikaa`, ``},
		"Europe/Stockholm":  {`svensk tid`, ``},
		"Europe/Copenhagen": {`dansk tid`, ``},
		"Europe/Oslo":       {`norsk tid`, ``},
		"Europe/Bucharest":  {`ora româniei|ora bucureștiului`, ``},
		"Asia/Ho_Chi_Minh":  {`giờ (?:việt nam|hà nội)`, ``},
		"Asia/Jerusalem":    {`שעון ישראל`, ``},
		"UTC":               {`بتوقيت (?:غرينتش|جرينتش)`, ``},
		"Africa/Cairo":      {`بتوقيت القاهرة`, ``},
		"Asia/Riyadh":       {`بتوقيت (?:السعودية|الرياض|مكة المكرمة|مكة)`, ``},
		"Asia/Dubai":        {`بتوقيت (?:الامارات|دبي|ابوظبي|ابو ظبي)`, ``},
		"Asia/Beirut":       {`بتوقيت بيروت`, ``},
		"Asia/Amman":        {`بتوقيت عمان`, ``},
	}

	// farWeekdays are the days of the week, from Sunday.
	farWeekdays = [7]farWords{
		{`воскресенье|неділя|неділі|niedziela|niedzieli|neděle|pazar|söndag(?:en)?|søndag|sunnuntai(?:na)?|` +
			`vasárnap|duminică|Κυριακή|الاحد|יום ראשון|` +
			`chủ nhật|minggu|diumenge`, `日曜日?|星期[日天]|[周週]日|일요일`},
		{`понедельник|понеділок|понеділка|poniedziałek|poniedziałku|pondělí|pazartesi|måndag(?:en)?|mandag|` +
			`maanantai(?:na)?|hétfő|luni|Δευτέρα|` +
			`الاثنين|יום שני|thứ hai|senin|dilluns`, `月曜日?|星期一|[周週]一|월요일`},
		{`вторник|вівторок|вівторка|wtorek|wtorku|úterý|salı|tisdag(?:en)?|tirsdag|tiistai(?:na)?|kedd|marți|` +
			`Τρίτη|الثلاثاء|יום שלישי|` +
			`thứ ba|selasa|dimarts`, `火曜日?|星期二|[周週]二|화요일`},
		{`среда|среды|середа|середи|środa|środy|středa|středy|çarşamba|onsdag(?:en)?|keskiviikko(?:na)?|szerda|` +
			`miercuri|Τετάρτη|الاربعاء|יום רביעי|` +
			`thứ tư|rabu|dimecres`, `水曜日?|星期三|[周週]三|수요일`},
		{`четверг|четвер|czwartek|czwartku|čtvrtek|čtvrtka|perşembe|torsdag(?:en)?|torstai(?:na)?|csütörtök|` +
			`joi|Πέμπτη|الخميس|יום חמישי|` +
			`thứ năm|kamis|dijous`, `木曜日?|星期四|[周週]四|목요일`},
		{`пятница|пятницы|п’ятниця|piątek|piątku|pátek|pátku|cuma|fredag(?:en)?|perjantai(?:na)?|péntek|vineri|` +
			`Παρασκευή|الجمعة|יום שישי|` +
			`thứ sáu|jumat|divendres`, `金曜日?|星期五|[周週]五|금요일`},
		{`суббота|субботы|субота|sobota|soboty|cumartesi|lördag(?:en)?|lørdag|lauantai(?:na)?|szombat|sâmbătă|Σάββατο|السبت|שבת|` +
			`thứ bảy|sabtu|dissabte`, `土曜日?|星期六|[周週]六|토요일`},
	}
	// farShort are those that stand for them in brackets.
	farShort = [7]string{`日|일`, `月|월`, `火|화`, `水|수`, `木|목`, `金|금`, `土|토`}
)

// union is an expression that finds them at the beginning of a text, in its first group those that stand alone, in its
// second the others.
func (w farWords) union() *pattern.Pattern {
	never := `[^\s\S]`
	alone, joined := never, never
	if w.alone != "" {
		alone = fold(w.alone).text
	}
	if w.joined != "" {
		joined = fold(w.joined).text
	}
	return pattern.New(`(?i)^(?:(` + alone + `)(?:[^\pL\pN]|$)|(` + joined + `))`)
}

// farVocabulary is what such lines are read with.
type farVocabulary struct {
	marks, fillers, named, hours, minutes, morning, evening *pattern.Pattern
	zones                                                   map[string]*pattern.Pattern
	weekdays, short                                         [7]*pattern.Pattern
}

var far = sync.OnceValue(func() *farVocabulary {
	v := &farVocabulary{
		marks: farMarks.union(), fillers: farFillers.union(), named: farNamed.union(), hours: farHours.union(), minutes: farMinutes.union(),
		morning: farMorning.union(), evening: farEvening.union(), zones: make(map[string]*pattern.Pattern),
	}
	for iana, w := range farZones {
		v.zones[iana] = w.union()
	}
	for i, w := range farWeekdays {
		v.weekdays[i], v.short[i] = w.union(), farWords{alone: farShort[i]}.union()
	}
	return v
})

// begun is how much of a text an expression finds at its beginning.
func begun(p *pattern.Pattern, text string) int {
	m := p.FindStringSubmatchIndex(text)
	if m == nil {
		return 0
	}
	return max(m[3], m[5])
}
