package when

import (
	"strings"
	"sync"
	"time"
	"unicode"

	"pressroom/internal/pattern"
)

// zone is what a source's word for a zone can mean.
type zone []meaning

// meaning is a place's clock, a fixed offset, or both: EST is New York's clock, and
// five hours behind UTC; in summer those differ, and it is not sure which is meant.
type meaning struct {
	place  string // IANA name, "" for an offset alone
	offset time.Duration
	fixed  bool
}

// american tells that clocks there count to twelve: "9:00" alone may be either half
// of the day.
func (z zone) american() bool {
	for _, m := range z {
		if strings.HasPrefix(m.place, "America/") && m.place != "America/Sao_Paulo" {
			return true
		}
	}
	return false
}

func place(name string) zone { return zone{{place: name}} }

func fixed(name string, hours float64) meaning {
	return meaning{name, time.Duration(hours * float64(time.Hour)), true}
}

// abbreviations as they stand in capitals. Those with several meanings are sure only
// where the rest of a line settles them.
var abbreviations = map[string]zone{
	"ET": place("America/New_York"), "EST": {fixed("America/New_York", -5)}, "EDT": {fixed("America/New_York", -4)},
	"CT": place("America/Chicago"), "CDT": {fixed("America/Chicago", -5)},
	"CST": {fixed("America/Chicago", -6), fixed("Asia/Shanghai", 8), fixed("America/Havana", -5)},
	"MT":  place("America/Denver"), "MST": {fixed("America/Denver", -7)}, "MDT": {fixed("America/Denver", -6)},
	"PT": place("America/Los_Angeles"), "PST": {fixed("America/Los_Angeles", -8)}, "PDT": {fixed("America/Los_Angeles", -7)},
	"AKST": {fixed("America/Anchorage", -9)}, "AKDT": {fixed("America/Anchorage", -8)}, "HST": {fixed("Pacific/Honolulu", -10)},
	"AST": {fixed("America/Halifax", -4), fixed("Asia/Riyadh", 3)}, "ADT": {fixed("America/Halifax", -3)},
	"NST": {fixed("America/St_Johns", -3.5)},
	"HNE": {fixed("America/Toronto", -5)}, "HAE": {fixed("America/Toronto", -4)}, "HE": place("America/Toronto"),
	"HNP": {fixed("America/Vancouver", -8)}, "HAP": {fixed("America/Vancouver", -7)},
	"GMT": {fixed("UTC", 0)}, "UTC": {fixed("UTC", 0)}, "Z": {fixed("UTC", 0)}, "TU": {fixed("UTC", 0)}, "WEZ": {fixed("Europe/Lisbon", 0)},
	"BST": {fixed("Europe/London", 1)}, "IST": {fixed("Asia/Kolkata", 5.5), fixed("Europe/Dublin", 1), fixed("Asia/Jerusalem", 2)},
	"CET": {fixed("Europe/Berlin", 1)}, "CEST": {fixed("Europe/Berlin", 2)}, "MEZ": {fixed("Europe/Berlin", 1)},
	"MESZ": {fixed("Europe/Berlin", 2)},
	"MET":  {fixed("Europe/Berlin", 1)}, "MEST": {fixed("Europe/Berlin", 2)}, "HEC": place("Europe/Paris"),
	"WET": {fixed("Europe/Lisbon", 0)}, "WEST": {fixed("Europe/Lisbon", 1)}, "EET": {fixed("Europe/Athens", 2)},
	"EEST": {fixed("Europe/Athens", 3)},
	"MSK":  {fixed("Europe/Moscow", 3)}, "TRT": {fixed("Europe/Istanbul", 3)}, "SAST": {fixed("Africa/Johannesburg", 2)},
	"EAT": {fixed("Africa/Nairobi", 3)}, "WAT": {fixed("Africa/Lagos", 1)}, "CAT": {fixed("Africa/Maputo", 2)},
	"GST": {fixed("Asia/Dubai", 4)}, "PKT": {fixed("Asia/Karachi", 5)}, "NPT": {fixed("Asia/Kathmandu", 5.75)},
	"ICT": {fixed("Asia/Bangkok", 7)},
	"WIB": {fixed("Asia/Jakarta", 7)}, "SGT": {fixed("Asia/Singapore", 8)}, "HKT": {fixed("Asia/Hong_Kong", 8)},
	"PHT": {fixed("Asia/Manila", 8)},
	"JST": {fixed("Asia/Tokyo", 9)}, "KST": {fixed("Asia/Seoul", 9)}, "AWST": {fixed("Australia/Perth", 8)},
	"ACST": {fixed("Australia/Adelaide", 9.5)},
	"ACDT": {fixed("Australia/Adelaide", 10.5)}, "AEST": {fixed("Australia/Sydney", 10), fixed("Australia/Brisbane", 10)},
	"AEDT": {fixed("Australia/Sydney", 11)}, "AET": place("Australia/Sydney"),
	"NZST": {fixed("Pacific/Auckland", 12)}, "NZDT": {fixed("Pacific/Auckland", 13)},
	"BRT": {fixed("America/Sao_Paulo", -3)}, "ART": {fixed("America/Argentina/Buenos_Aires", -3)}, "CLT": {fixed("America/Santiago", -4)},
	"CLST": {fixed("America/Santiago", -3)}, "COT": {fixed("America/Bogota", -5)}, "PET": {fixed("America/Lima", -5)},
	"UYT": {fixed("America/Montevideo", -3)},
}

// spoken are abbreviations that mean a word too, by language, where a line is all in
// capitals.
var spoken = map[string]string{
	"fr": " ET EST CET ART HE ", "de": " IST MIT AST WEST ", "nl": " MET WET WEST ", "en": " MET WET EAT CAT ART WEST HE PET ",
	"es": " HE ART ", "pt": " ET ART ", "it": " ET EST ",
}

// small are abbreviations that are read in small letters too: "9am gmt".
var small = " gmt utc bst cest mez mesz edt pdt cdt aest aedt "

// smallEnglish are those that are words in other languages.
var smallEnglish = " est et pst pt ct cet mst jst "

// places by their names in the languages that are read, folded.
var placeNames = map[string]string{
	"Europe/London": "uk|u.k.|london|britain|british|united kingdom|londres|londra|londen|londoner|londense|britanica|britannique|britische|" +
		"reino unido|royaume-uni|inglesa|anglaise",
	"Europe/Dublin": "dublin|ireland|irish|irlandesa|irlandaise|irische",
	"Europe/Lisbon": "lisbon|lisboa|lisbonne|lissabon|lisbona|portugal|portugal continental|portuguesa|continental|lissaboner",
	"Europe/Madrid": "madrid|madrider|spain|spanish|espana|espanola|peninsular|peninsula|espagne|espagnole|spanische|barcelona|espana " +
		"peninsular",
	"Europe/Paris": "paris|parigi|parijs|pariser|parijse|parisienne|" +
		"france|french|francesa|francaise|francese|franzosische|franse|francia|metropolitaine",
	"Europe/Berlin": "berlin|berliner|berlino|berlim|berlijn|berlijnse|" +
		"germany|german|deutsche|deutscher|allemande|alemana|tedesca|duitse|mitteleuropaische|mitteleuropaischer|" +
		"central european|europe centrale|europa central|europa centrale|dell'europa centrale|midden-europese|frankfurt|munich|munchen|hamburg",
	"Europe/Vienna": "vienna|viena|vienne|wien|wiener|wenen|weense|austrian|austria|osterreichische|osterreichischer",
	"Europe/Zurich": "zurich|zurigo|zurique|zurcher|geneva|geneve|genf|genfer|ginevra|ginebra|genebra|bern|berne|berner|" +
		"suisse|swiss|schweizer|svizzera|suiza|switzerland|schweiz|zwitserse",
	"Europe/Rome": "rome|roma|rom|romische|romeinse|italy|italian|italia|italiana|italienische|italienne|italiaanse|milan|milano|mailand",
	"Europe/Brussels": "brussels|bruselas|bruxelles|brussel|brussels|brusseler|brusselse|bruxelas|" +
		"belgium|belgian|belge|belgica|belgische|belga|belgie|belgique",
	"Europe/Amsterdam": "amsterdam|amsterdamse|amsterdamer|dutch|netherlands|nederland|nederlandse|the hague|den " +
		"haag|niederlandische|neerlandaise|holandesa|olandese",
	"Europe/Luxembourg": "luxembourg|luxemburg", "Europe/Copenhagen": "copenhagen|copenhague|kopenhagen|danish|denmark",
	"Europe/Stockholm": "stockholm|swedish|sweden", "Europe/Oslo": "oslo|norwegian|norway", "Europe/Helsinki": "helsinki|finnish|finland",
	"Europe/Warsaw": "warsaw|varsovia|varsovie|warschau|warschauer|polish|poland", "Europe/Prague": "prague|prag|praga|czech",
	"Europe/Budapest": "budapest|hungarian",
	"Europe/Athens":   "athens|atenas|athenes|athen|greek|greece", "Europe/Istanbul": "istanbul|turkish|turkey|ankara",
	"Europe/Moscow": "moscow|moscu|moscou|moskau",
	"Europe/Kiev":   "kyiv|kiev", "Atlantic/Canary": "canarias|canaria|canary islands", "Atlantic/Azores": "acores|azores",
	"America/New_York": "eastern|us eastern|u.s. eastern|new york|new york city|nueva york|nova york|nova iorque|new " +
		"yorker|washington|washington d.c.|washington dc|boston|philadelphia|miami|atlanta|" +
		"este|del este|est|l'est|de l'est|este de ee. uu.|costa este|ostkusten",
	"America/Chicago":     "us central|u.s. central|chicago|dallas|houston|austin",
	"America/Denver":      "mountain|us mountain|u.s. mountain|denver|montana",
	"America/Phoenix":     "arizona|phoenix",
	"America/Los_Angeles": "pacific|us pacific|u.s. pacific|los angeles|san francisco|seattle|california|pacifico|pacifique|costa oeste",
	"America/Anchorage":   "alaska|anchorage", "Pacific/Honolulu": "hawaii|honolulu|hawaiian", "America/Halifax": "atlantic|halifax",
	"America/St_Johns": "newfoundland", "America/Toronto": "toronto|ottawa|montreal|quebec", "America/Vancouver": "vancouver",
	"America/Winnipeg": "winnipeg", "America/Mexico_City": "mexico city|ciudad de mexico|cdmx|centro de mexico|mexico-stadt",
	"America/Bogota": "bogota|colombia|colombiana", "America/Lima": "lima|peru|peruana", "America/Caracas": "caracas|venezuela",
	"America/Santiago": "santiago de chile|chile continental", "America/Argentina/Buenos_Aires": "buenos aires|argentina",
	"America/Montevideo": "montevideo|uruguay",
	"America/Sao_Paulo":  "brasilia|sao paulo|rio de janeiro|oficial de brasilia", "America/Guatemala": "guatemala",
	"America/Costa_Rica": "costa rica|san jose de costa rica",
	"Asia/Tokyo":         "tokyo|tokio|japan|japanese", "Asia/Seoul": "seoul|korean|korea",
	"Asia/Shanghai":  "beijing|shanghai|china|pekin|peking|pequim",
	"Asia/Hong_Kong": "hong kong", "Asia/Singapore": "singapore", "Asia/Manila": "manila",
	"Asia/Kolkata": "india|indian|new delhi|delhi|mumbai",
	"Asia/Karachi": "karachi|pakistan", "Asia/Dubai": "dubai|abu dhabi|gulf", "Asia/Jerusalem": "jerusalem|israel|tel aviv",
	"Africa/Nairobi": "nairobi|east africa|kenya", "Africa/Lagos": "lagos|nigeria|west africa",
	"Africa/Johannesburg": "johannesburg|south africa|cape town|pretoria",
	"Africa/Cairo":        "cairo|egypt", "Africa/Accra": "accra|ghana",
	"Australia/Sydney": "sydney|melbourne|canberra", "Australia/Brisbane": "brisbane|queensland", "Australia/Perth": "perth",
	"Australia/Adelaide": "adelaide", "Pacific/Auckland": "auckland|wellington|new zealand|nz",
}

// full are names that an abbreviation stands for; they need no word for time.
var full = map[string]string{
	"eastern standard time": "EST", "eastern daylight time": "EDT", "eastern daylight savings time": "EDT", "eastern time": "ET",
	"eastern":               "ET",
	"central standard time": "US CST", "central daylight time": "CDT", "central time": "CT", "central": "CT",
	"mountain standard time": "MST", "mountain daylight time": "MDT", "mountain time": "MT", "mountain": "MT",
	"pacific standard time": "PST", "pacific daylight time": "PDT", "pacific time": "PT", "pacific": "PT",
	"greenwich mean time": "GMT", "greenwich time": "GMT", "coordinated universal time": "UTC", "universal time": "UTC", "zulu": "UTC",
	"zulu time":      "UTC",
	"hora universal": "UTC", "temps universel": "UTC", "weltzeit": "UTC", "tiempo universal": "UTC", "hora de greenwich": "GMT",
	"british summer time": "BST", "india standard time": "India", "indian standard time": "India", "irish standard time": "Ireland",
	"irish summer time":    "Ireland",
	"israel standard time": "Israel", "china standard time": "China", "japan standard time": "JST", "korea standard time": "KST",
	"central european time": "CET", "central european standard time": "CET", "central european summer time": "CEST",
	"eastern european time": "EET", "eastern european summer time": "EEST", "western european time": "WET",
	"western european summer time":     "WEST",
	"australian eastern standard time": "AEST", "australian eastern daylight time": "AEDT", "australian eastern time": "AET",
	"mitteleuropaische zeit": "MEZ", "mitteleuropaischer zeit": "MEZ", "mitteleuropaische sommerzeit": "MESZ",
	"mitteleuropaischer sommerzeit": "MESZ",
	"heure normale de l'est":        "HNE", "heure avancee de l'est": "HAE", "heure de l'est": "HE", "heure du pacifique": "PT",
	"heure du centre": "CT",
	"hora del este":   "ET", "hora central": "CT", "hora del pacifico": "PT", "hora de la montana": "MT", "hora de verano del este": "EDT",
	"us et": "ET", "u.s. et": "ET", "us est": "EST", "u.s. est": "EST", "us pt": "PT", "us ct": "CT", "us cst": "US CST", "u.s. cst": "US CST",
}

// named are the zones that names in full stand for and abbreviations do not.
var named = map[string]zone{
	"US CST": {fixed("America/Chicago", -6)}, "India": {fixed("Asia/Kolkata", 5.5)}, "Ireland": {fixed("Europe/Dublin", 1)},
	"Israel": {fixed("Asia/Jerusalem", 2)}, "China": {fixed("Asia/Shanghai", 8)},
}

// timeWords stand beside a place: "UK time", "hora de Madrid", "Berliner Zeit".
var timeWords = wordSet("time hora horario heure ora zeit ortszeit tijd tiempo sommerzeit winterzeit horas hs h")

// beside may stand between a word for time and a place.
var beside = wordSet("local locale lokale lokaler oficial officielle ufficiale legale legal standard daylight summer winter de del di " +
	"da do d la las el le les l a au aux en in van von der den the of " +
	"summertime verano invierno ete hiver estate solare zona fuso")

var longestPlace = 4 // words

var placesByName = sync.OnceValue(func() map[string]string {
	out := make(map[string]string)
	for iana, list := range placeNames {
		for _, n := range strings.Split(list, "|") {
			out[nameReplacer.Replace(n)] = iana
		}
	}
	return out
})

// nameReplacer makes a name what zoneWords make of it.
var nameReplacer = strings.NewReplacer(".", "", "'", " ", "-", " ")

func wordSet(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// notBare are words for places that mean something else where no word for time stands
// beside them.
var notBare = wordSet("este est continental gulf atlantic metropolitaine peninsular pacifico pacifique british irish french german " +
	"dutch danish " +
	"polish greek turkish indian japanese spanish italian swiss belgian este costa rome roma rom este nz bern genf wien rio san lima")

// zoneWord reads a zone that begins with a letter.
func (c *scanner) zoneWord(rest string) (token, int) {
	if n, z := utcOffset(c, rest); n > 0 {
		return token{kind: zoneToken, zone: z}, n
	}
	if !zoneStarts()[firstLetters(rest)] {
		return token{}, 0
	}
	list := zoneWords(rest)
	behind := c.last()
	afterClock := behind.kind == clockToken || behind.kind == zoneToken
	if z, n := fullName(list, afterClock); n > 0 {
		return token{kind: zoneToken, zone: z}, n
	}
	if z, ok := c.abbreviation(list, behind, rest); ok {
		return token{kind: zoneToken, zone: z}, list[0].end
	}
	if iana, n := placeTime(list); n > 0 {
		return token{kind: zoneToken, zone: place(iana)}, n
	}
	if afterClock {
		if iana, n := barePlace(list); n > 0 {
			return token{kind: zoneToken, zone: place(iana)}, n
		}
	}
	return token{}, 0
}

// firstLetters are those before the first other sign, in small letters.
func firstLetters(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	return strings.ToLower(s[:end])
}

// zoneStarts are the beginnings of all that names a zone.
var zoneStarts = sync.OnceValue(func() map[string]bool {
	out := make(map[string]bool)
	for _, list := range placeNames {
		for _, n := range strings.Split(list, "|") {
			out[firstLetters(n)] = true
		}
	}
	for n := range full {
		out[firstLetters(n)] = true
	}
	for n := range abbreviations {
		out[strings.ToLower(n)] = true
		out[strings.ToLower(n[:1])] = true // E.S.T.
	}
	for _, set := range []map[string]bool{timeWords, beside} {
		for n := range set {
			out[n] = true
		}
	}
	return out
})

// zonePart is a word in small letters, without full stops, and where it ends.
type zonePart struct {
	text, raw string
	end       int
}

var zonePattern = pattern.New(`^(?:[ ']{0,2}|-)(\pL(?:[\pL.]*\pL)?)`)

// zoneWords are the next words, up to what parts them other than a space, an
// apostrophe or a full stop.
func zoneWords(rest string) []zonePart {
	var out []zonePart
	at := 0
	for len(out) < 9 {
		m := zonePattern.FindStringSubmatchIndex(rest[at:])
		if m == nil || len(out) == 0 && m[2] > 0 {
			break
		}
		raw := rest[at+m[2] : at+m[3]]
		end := at + m[3]
		if strings.Contains(raw, ".") && end < len(rest) && rest[end] == '.' {
			end++
		}
		out = append(out, zonePart{strings.ReplaceAll(strings.ToLower(raw), ".", ""), raw, end})
		if at = end; at < len(rest) && rest[at] == '\n' {
			break
		}
	}
	return out
}

func joined(list []zonePart) string {
	var parts []string
	for _, p := range list {
		parts = append(parts, p.text)
	}
	return strings.Join(parts, " ")
}

// fullName reads "Eastern Standard Time"; one word alone only behind an hour.
func fullName(list []zonePart, afterClock bool) (zone, int) {
	for n := min(len(list), 5); n > 0; n-- {
		name, ok := fullNames()[joined(list[:n])]
		if !ok || n == 1 && !afterClock {
			continue
		}
		if z, ok := named[name]; ok {
			return z, list[n-1].end
		}
		return abbreviations[name], list[n-1].end
	}
	return nil, 0
}

var fullNames = sync.OnceValue(func() map[string]string {
	out := make(map[string]string)
	for k, v := range full {
		out[nameReplacer.Replace(k)] = v
	}
	return out
})

// abbreviation reads ET, MEZ and the like beside an hour or a day.
func (c *scanner) abbreviation(list []zonePart, behind token, rest string) (zone, bool) {
	if len(list) == 0 {
		return nil, false
	}
	w := list[0]
	z, ok := abbreviations[strings.ToUpper(w.text)]
	if !ok {
		return nil, false
	}
	isUpper := strings.ToUpper(w.raw) == w.raw
	switch {
	case c.v.doubt.length(rest) > 0: // "9 H ET DEMIE"
		return nil, false
	case isUpper && c.inCapitals(w.end) && strings.Contains(spoken[c.language], " "+strings.ToUpper(w.text)+" "):
		return nil, false
	case isUpper:
	case behind.kind != clockToken:
		return nil, false
	case strings.Contains(small, " "+w.raw+" "):
	case c.language == "en" && strings.Contains(smallEnglish, " "+w.raw+" "):
	default:
		return nil, false
	}
	next := strings.TrimLeft(rest[w.end:], " :")
	return z, behind.kind.ofTime() || next != "" && next[0] >= '0' && next[0] <= '9'
}

// inCapitals tells that the words about the next one, which is so long, are all in
// capitals, and that it does not stand in brackets: it may be a word like them.
func (c *scanner) inCapitals(size int) bool {
	if c.at > 0 && c.s[c.at-1] == '(' {
		return false
	}
	about := c.s[max(0, c.at-15):min(len(c.s), c.at+size+15)]
	return !strings.ContainsFunc(about, unicode.IsLower)
}

// longest is the longest place that the words begin with.
func longest(list []zonePart) (iana string, words int) {
	for n := min(len(list), longestPlace); n > 0; n-- {
		if iana, ok := placesByName()[joined(list[:n])]; ok {
			return iana, n
		}
	}
	return "", 0
}

// placeTime reads a place with a word for time: "UK time", "hora de Madrid".
func placeTime(list []zonePart) (string, int) {
	if len(list) == 0 {
		return "", 0
	}
	if timeWords[list[0].text] {
		i := 1
		for i < len(list) && beside[list[i].text] {
			i++
		}
		iana, n := longest(list[i:])
		if n == 0 {
			return "", 0
		}
		end := i + n
		for end < len(list) { // "hora peninsular española"
			more, n := longest(list[end:])
			if n == 0 || more != iana {
				break
			}
			end += n
		}
		return iana, list[end-1].end
	}
	iana, n := longest(list)
	for i := n; n > 0 && i < len(list); i++ {
		switch {
		case timeWords[list[i].text]:
			return iana, list[i].end
		case !beside[list[i].text]:
			return "", 0
		}
	}
	return "", 0
}

// barePlace reads a place that stands behind an hour: "9:00 (London)", "8 h en
// Canarias".
func barePlace(list []zonePart) (string, int) {
	i := 0
	for i < len(list) && i < 2 && beside[list[i].text] {
		i++
	}
	iana, n := longest(list[i:])
	if n == 0 || n == 1 && notBare[list[i].text] {
		return "", 0
	}
	if r := list[i].raw[0]; r < 'A' || r > 'Z' {
		return "", 0
	}
	return iana, list[i+n-1].end
}

var offsetPattern = pattern.New(`^(?:UTC|GMT|utc|gmt)(?: ?/ ?(?:UTC|GMT))? ?([+-])(\d{1,2})(?::?(\d{2}))?(?:[^\d\pL:]|$)`)

// utcOffset reads UTC+2 and GMT-5:30. "GMT - 5" and "GMT-8 December" are none.
func utcOffset(c *scanner, rest string) (int, zone) {
	m := offsetPattern.FindStringSubmatchIndex(rest)
	if m == nil {
		return 0, nil
	}
	if _, n := c.dayMonth(rest[m[4]:]); n > 0 {
		return 0, nil
	}
	end, minutes := m[5], ""
	if m[6] >= 0 {
		minutes, end = rest[m[6]:m[7]], m[7]
	}
	if z, ok := offset(rest[m[2]:m[3]], rest[m[4]:m[5]], minutes); ok {
		return end, z
	}
	return 0, nil
}

func offset(sign, hours, minutes string) (zone, bool) {
	h, m := atoi(hours), atoi(minutes)
	if h > 14 || m > 59 {
		return nil, false
	}
	d := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if sign == "-" {
		d = -d
	}
	name := ""
	if d == 0 {
		name = "UTC"
	}
	return zone{{place: name, offset: d, fixed: true}}, true
}

// offsetZone is that of ISO 8601: Z, +0200, -05:00.
func offsetZone(s string) zone {
	if s == "Z" {
		return abbreviations["UTC"]
	}
	s = strings.Replace(s, ":", "", 1)
	z, _ := offset(s[:1], s[1:3], s[3:])
	return z
}

var signed = pattern.New(`^([+-])(\d{2})(:?)(\d{2})(?:[^\d\pL:]|$)`)

// signedOffset reads +0200 behind an hour. With a minus and a colon it may be the end
// of a span, "9:00 -10:00", but in brackets.
func signedOffset(rest string, list []token, spaced bool) (int, zone, bool) {
	m := signed.FindStringSubmatch(rest)
	if m == nil || len(list) == 0 {
		return 0, nil, false
	}
	bracket := list[len(list)-1].point == '('
	if bracket {
		list = list[:len(list)-1]
	}
	if len(list) == 0 || list[len(list)-1].kind != clockToken || !bracket && (!spaced || m[1] == "-" && m[3] == ":") {
		return 0, nil, false
	}
	z, ok := offset(m[1], m[2], m[4])
	return len(m[1]+m[2]+m[3]) + 2, z, ok
}
