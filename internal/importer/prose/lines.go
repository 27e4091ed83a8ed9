package prose

import (
	"strings"
	"time"
	"unicode/utf8"

	"pressroom/internal/importer/when"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// ImmediateLine is the line that says that a release may be published at once.
var ImmediateLine = pattern.New(`(?i)^\W*(?:for (?:immediate )?release|` +
	`for immediate (?:use|publication|distribution)|immediate release|release date|para (?:su ` +
	`)?(?:publicación|difusión|divulgación) inmediata|para divulgação imediata|pour (?:diffusion|publication) immédiate|zur sofortigen ` +
	`(?:veröffentlichung|freigabe)|sofort (?:zu )?veröffentlichen|` +
	`per (?:la )?(?:diffusione|pubblicazione) immediata|voor (?:onmiddellijke|directe) (?:publicatie|` +
	`verspreiding))\b|` + furtherAtOnce)

// ContactLine begins the lines that say whom to ask.
var ContactLine = pattern.New(`(?i)^\W*(?:(?:(?:press|media|news|public relations|` +
	`(?:press|media|public|investor|corporate)(?: (?:and|&) ` +
	`(?:press|media|public|investor))? relations|pr|investors?|` +
	`company|corporate|agency|communications?|` +
	`for (?:more|further|additional) information(?:,? or for [\p{L}][\p{L} ,]{2,50},?)?|` +
	`for (?:press|media) (?:inquiries|enquiries))[ ,:/&]*)+(?:please )?)?(?:contacts?|inquiries|enquiries|` +
	`(?:presse|medien)-?kontakte?|kontakte?|rückfragehinweise?|ansprechpartner(?:in(?:nen)?)?|` +
	`contactos?(?: de prensa| para prensa| para medios)?|` +
	`contacts? (?:de )?presse|contatti?(?: (?:per la )?stampa)?|contatos?(?: de imprensa| para ` +
	`a imprensa)?|contactos|perscontact|para más información|pour plus d[’']informations?|relations? presse|attn|` +
	`attention)\b[^.]{0,40}?(?::|$)|` + ContactAndDash + `|` + whoAnswers + `|` + furtherContact)

// LabelLine is a line that says what kind of text this is.
var LabelLine = pattern.New(`(?i)^\W*(?:press|news|media) (?:release|statement|advisory)\W*$|^\W*(?:nota|comunicado) de (?:prensa|` +
	`imprensa)\W*$|^\W*communiqué(?: de presse)?\W*$|^\W*(?:pressemitteilung|presseinformation|pressemeldung|medienmitteilung|comunicato ` +
	`stampa|persbericht|statement)\W*$|` +
	`^\W*(?:(?:press|news|media) release|(?:nota|comunicado) (?:de prensa|(?:de|à) imprensa)|communiqué(?: de presse)?|` +
	`(?:presse|medien)(?:mitteilung|information|meldung)|comunicato stampa|persbericht)\W{1,3}` +
	`(?:n(?:o|r|um(?:ber|éro|ero)?)?\W{1,3})?\d{1,6}(?:\W\d{1,6})*\W*$|` + furtherKind)

// AboutLine begins a boilerplate.
var AboutLine = pattern.New(`(?i)^\W*(?:about|acerca de|sobre|quiénes somos|à propos(?: de| d[’'])?|über|über uns|informazioni su|chi ` +
	`siamo|over|boilerplate)\s*\S`)

// EmailPattern finds addresses of mail.
var EmailPattern = pattern.New(`[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`)

// PhonePattern finds telephone numbers, with their extensions.
var PhonePattern = pattern.New(`(?:\(?\+ ?|\(|\b00|\b)\d[\d\s().\-–/]{5,18}\d(?:\s?(?:` +
	`\((?:ext|x)\.?\s?\d{1,5}\)|(?:ext|x|Durchwahl)\.?\s?\d{1,5}))?`)

// IsEndMark tells a line that ends a release, as "###" and "-30-" do.
func IsEndMark(s string) bool { return release.IsEndMark(s) }

// IsPartLine tells a line that begins or ends a part of a release, and is no copy.
func IsPartLine(s string) bool {
	return ImmediateLine.MatchString(s) || IsTimeLine(s) || ContactLine.MatchString(s) || IsEndMark(s) || LabelLine.MatchString(s)
}

// ContactAndDash says that whom to ask follows, with a dash in place of a colon.
const ContactAndDash = `^\W*(?:contacts? (?:de )?presse|(?:press|media) contacts?|(?:presse|medien)kontakte?|contactos? de prensa|` +
	`contatt[io] stampa|contatos? de imprensa|perscontact)\s+[–—-]\s+`

// whoAnswers is a line that says in German that whom to ask follows, in further words: "Auskünfte erteilen:".
const whoAnswers = `^\W*(?:(?:weitere|nähere|für|medien)[ -]?)?(?:auskünfte?|auskunft)(?: (?:erteil(?:en|t)|gib?t|geben|gerne?))?` +
	`(?: (?:für|an) (?:die )?(?:medien|presse)(?:schaffende)?)?\s?:?$|` + askThem

// askThem is a sentence that ends with whom to ask, who stands below it: "Pour plus de renseignements, veuillez contacter :".
const askThem = `^[^:.!?]{0,140}\b(?:(?:merci de|veuillez|prière de) (?:contacter|joindre|communiquer avec|vous adresser à)|` +
	`please contact|` +
	`bitte kontaktieren sie|wenden sie sich(?: bitte)? an|stehen(?: ihnen)?(?: gerne?)? zur verfügung|` +
	`(?:prego|si prega di|è possibile) contattare|póngase en contacto con|contactar con|entre em contat[oc]o? com|` +
	`neem(?: dan)? contact op met)[ \x{a0}]?:$`

const (
	// furtherKind is the kind of text.
	furtherKind = `^[^\pL\pN]*(?:пресс-?релиз|прес-?реліз|прессъобщение|komunikat prasowy|informacja prasowa|tisková zpráva|tlačová správa|` +
		`priopćenje(?: za medije)?|sajtóközlemény|comunicat de pres[ăa]|comunicat de premsa|nota de premsa|basın (?:bülteni|açıklaması)|` +
		`δελτίο τύπου|بيان صحفي|הודעה לעיתונות|siaran pers|thông cáo báo chí|pressmeddelande|pressemeddelelse|pressemelding|` +
		`(?:lehdistö)?tiedote|lehdistötiedote|prentsa oharra|(?:ニュース|プレス) ?リリース|報道発表(?:資料)?|新[闻聞]稿|보도 ?자료)[^\pL\pN]*$`
	// furtherAtOnce is a line that says that it may be published at once.
	furtherAtOnce = `^[^\pL\pN]*(?:для немедленн\pL+ \pL+|до негайного \pL+|do natychmiastowej publikacji|k okamžitému zveřejnění|` +
		`azonnali közlésre|pentru (?:difuzare|publicare) imediată|για άμεση δημοσίευση|للنشر الفوري|untuk (?:disiarkan|rilis) segera|` +
		`för omedelbar publicering|til umiddelbar (?:offentliggørelse|publisering)|即時発表|立即[发發]布|즉시 ?보도)[^\pL\pN]*$`
	// furtherContact says that whom to ask follows.
	furtherContact = `^[^\pL\pN]*(?:контакт(?:ы|и|ное лицо|на особа)?|за контакти|пресс-?служба|за (?:допълнителна|повече) информация|` +
		`(?:за )?дополнительн(?:ая|ой) информаци(?:я|ей)|додаткова інформація|więcej informacji|(?:další|bližší) informace|` +
		`ďalšie informácie|za (?:dodatne|više) informacij[ae]|sajtókapcsolat|további információ|` +
		`pentru (?:mai multe )?informații(?: suplimentare)?|` +
		`basın iletişim|iletişim|detaylı bilgi(?: için)?|επικοινωνία|(?:για )?περισσότερες πληροφορίες|(?:لل)?تواصل(?: الإعلامي)?|` +
		`لمزيد من المعلومات|לפרטים נוספים|איש קשר|(?:untuk )?informasi lebih lanjut|narahubung|liên hệ|thông tin (?:chi tiết|liên hệ)|` +
		`för mer information|presskontakt|kontaktperson(?:er)?|kontaktoplysninger|yhteyshenkilö|` +
		`(?:for )?mer informasjon|(?:for )?(?:yderligere|flere) oplysninger|pressekontakt|lisätie(?:toja|dot)|` +
		`yhteydenotot|per a més informació|contacte(?: de)? premsa)(?:[^\pL.][^.]{0,40}?)?(?::|$)`
)

// Contact is a press contact as it stands in the source.
type Contact struct{ Name, Role, Org, Phone, Email, Hours string }

// HasReach tells lines with an address or a number in them.
func HasReach(lines []string) bool {
	for _, l := range lines {
		if EmailPattern.MatchString(l) || PhonePattern.MatchString(l) {
			return true
		}
	}
	return false
}

// ReachLine begins a line that says whom to ask.
var ReachLine = pattern.New(`^(?:\W*\p{Lu}[\p{Lu} ]{3,30}:)?(?i)\W*(?:v\.? ?i\.? ?s\.? ?d\.? ?p|` +
	`for (?:(?:more|further|additional|general|all) )?(?:information|` +
	`details|questions|comments?|` +
	`interviews?(?: requests)?|` +
	`(?:(?:press|media|news|general) )?(?:enquiries|inquiries|queries|requests|clarifications?|information|interviews|questions))` +
	`(?:,? (?:or|and)(?: for)?(?: (?:further|more|additional))? ` +
	`(?:information|details|interviews|questions|comments?))?|(?:press|media|news)[ -](?:office|enquiries|inquiries|desk|queries)|` +
	`media[ -](?:relations|cent(?:re|er)|team)|` +
	`(?:further|more|additional) information|questions|enquiries|interview requests?|(?:to )?find out more|` +
	`(?:um )?mehr (?:zu )?erfahren|pour en savoir (?:plus|davantage)|per saperne di più|para saber (?:más|mais)|` +
	`(?:für |bei )?rückfragen|rückfragehinweise?|` +
	`(?:für |bei )?(?:presse|medien)anfragen|(?:für )?(?:weitere|nähere) (?:informationen|auskünfte)|` +
	`(?:ihre? )?ansprechpartner(?:in(?:nen)?)?|` +
	`pressestelle|presserückfragen|kontakt für (?:die )?(?:medien|presse)|informações (?:à|para a) imprensa|` +
	`ufficio stampa|per (?:contatti(?: e informazioni)?|(?:(?:ulteriori|maggiori) )?informazioni(?: e contatti)?)|` +
	`(?:voor )?meer informatie|voor (?:(?:pers)?vragen|meer informatie)|` +
	`perscontact|contactpersoon|` +
	`persvoorlichting|assessoria de (?:imprensa|comunicação)|(?:para )?mais informações|gabinete de (?:prensa|imprensa|comunicación)|` +
	`(?:para )?más información|service (?:de )?presse|(?:pour )?(?:(?:toute|plus d[’']) ?)informations?(?: complémentaires?)?|` +
	`renseignements|for (?:the )?(?:media|press|investors|journalists))\b(?:` + ForJournalists + `\b)?`)

// ForJournalists says behind such words for whom they are: "Further information for journalists".
const ForJournalists = ` (?:for|para|pour|für|per|voor|à) (?:(?:the|os|los|las|a|la|les|die|i|de) )?(?:journalists|journalistes|` +
	`journalist(?:en|innen)|jornalistas|periodistas|giornalisti|media|medien|medios|médias|press|presse|prensa|imprensa|stampa|pers|editors)`

// DeskCalled is what such a desk is called.
const DeskCalled = `(?:ufficio stampa|(?:gabinete|oficina|departamento|servicio) de (?:prensa|comunicación|imprensa|comunicação)|` +
	`assessoria de (?:imprensa|comunicação)|service (?:de )?(?:la )?(?:presse|communication)|bureau de presse|(?:presse|medien)stelle|` +
	`pressebüro|kommunikationsabteilung|afdeling communicatie|(?:press|media|communications) (?:office|team|department|desk))`

// DeskWithin finds such a name.
var DeskWithin = pattern.New(`(?i)\b` + DeskCalled + `\b`)

// Mailboxes are hosts at which anybody may have an address.
var Mailboxes = WordSet(`gmail googlemail outlook hotmail live yahoo icloud proton protonmail gmx web posteo mailbox orange ` +
	`free laposte libero`)

// Ownerless is a word without the ending that says whose something is.
func Ownerless(word string) string {
	word = strings.TrimRight(word, ".,:;!?()”\"»")
	return strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s")
}

// SkipLink is what pages offer to those who hear them.
var SkipLink = pattern.New(`(?i)^\W*(?:skip to (?:the )?(?:main )?(?:content|navigation)|(?:zum|direkt zum) inhalt(?: springen)?|` +
	`aller au contenu(?: principal)?|` +
	`(?:saltar|ir) al contenido(?: principal)?|vai al contenuto|ir para o conteúdo|(?:direct )?naar (?:de )?inhoud|contact us|menu|` +
	`home)\W*$`)

// LikeAName tells a line whose words are all written as those of a name are.
func LikeAName(s string) bool {
	if strings.ContainsAny(s, "|:@/") || SkipLink.MatchString(s) || menuWord.MatchString(s) {
		return false
	}
	for _, w := range strings.Fields(s) {
		if !StartsUpper(w) && !OrgConnectors[strings.ToLower(w)] && !spelled(w) {
			return false
		}
	}
	return true
}

// menuWord begins a line of a page's menu, and no organisation's name.
var menuWord = pattern.New(`(?i)^(?:in the|get|report|contact|seal|read|see|find|our|home|news|search|share|follow|donate|` +
	`join|sign|log|menu|main|media|subscribe|view|back|print|you|latest|more|about|who|what)\b`)

// LongestLine is how many runes a line that says when may have; what is longer is running text.
const LongestLine = 300

// MostStrange is how many words of such a line may be none of time.
const MostStrange = 12

// TimeStem are the beginnings of words by which a line speaks of when something may be published.
var TimeStem = pattern.New(`(?i)embarg|sperr|gesperrt|releas|publi|pubbl|diffus|difus|difun|divulg|veröffent|freigab|freigeg|frei |frei:|` +
	`hold|nicht vor|erst ab|verspreid|vrijg|vrij|not before|no earlier|im?mediat|inmediat|sofort|onmiddel|per direct|broadcast|parution|` +
	`issue|live`)

// TimeSign is a digit or the name of an hour.
var TimeSign = pattern.New(`\p{Nd}|` +
	`(?i:noon|midnight|midday|mediod|medianoche|midi|minuit|mittag|mitternacht|mezzo|mezza|meio-dia|meia-noite|` +
	`middernacht)`)

// Occasion begins a line whose hour is that of something else.
var Occasion = pattern.New(`(?i)^\W*(?:when|what|where|who|event|briefing|(?:press|news) conference|webinar|call|sent|received|from|to|` +
	`subject|cuándo|cuando|fecha del acto|` +
	`quand|wann|termin|wanneer|quando|gesendet|envoyé|enviado|inviato|inviata|verzonden|convocatoria)\b`)

// IsTimeLine tells a line that says when the release may be published, or at once.
func IsTimeLine(s string) bool {
	if utf8.RuneCountInString(s) >= LongestLine || !TimeStem.MatchString(s) && !TimeSign.MatchString(s) {
		return false
	}
	r := when.Read(s, when.Options{Today: time.Unix(0, 0)})
	return r.Outright && r.Strange <= MostStrange || r.Leads && (r.Embargo || (r.Release || r.Immediate) && r.Hour)
}

// WrittenDay is a day with its month in letters and its year.
const WrittenDay = `((?:\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})|` +
	`(?:\d{1,2}(?:st|nd|rd|th|er)?\.? (?:(?i:de) )?\p{L}{3,}\.?,? (?:(?i:de) )?\d{4}))`

// WhoseRelease is a line of who has written a release: "Press Release: Marlow University".
var WhoseRelease = pattern.New(`(?mi)^\W*(?:press|news|media) (?:release|statement)` +
	`(?:(?: (?:from|by|of))?:|\s[–—-])\s+(?-i:(\p{Lu}[^\n:“”"]{3,80}))$`)

// LinkedName is the name on such a line where it is a link to whoever has written it: it is one, whatever its words are.
func LinkedName(p Para) string {
	at := WhoseRelease.FindStringSubmatchIndex(p.Text)
	if at == nil {
		return ""
	}
	for _, m := range p.Marks {
		if name := p.Text[at[2]:at[3]]; m.Href != "" && m.From == at[2] && m.To == at[2]+len(strings.TrimRight(name, " *_.")) {
			return strings.TrimRight(name, " *_.")
		}
	}
	return ""
}

// LooksLikeSignature tells a line that names somebody, as under a block of words.
func LooksLikeSignature(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 30 {
		return false
	}
	head, _, comma := strings.Cut(s, ",")
	return comma && LooksLikeName(TrimLetters(head)) && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!")
}

// TrimLetters is a name without what stands before it to address somebody: "Dr. Ana Ruiz" without "Dr.".
func TrimLetters(s string) string {
	f := strings.Fields(s)
	for len(f) > 0 && Honorifics[strings.ToLower(f[0])] && len(f) > 2 {
		f = f[1:]
	}
	return strings.Join(f, " ")
}

// LeadsToWords tells a line that says whose the words in marks below it are.
func LeadsToWords(list []Para) bool {
	return len(list) > 1 && StartsWithQuote(list[1].Text) &&
		(strings.HasSuffix(strings.TrimSpace(list[0].Text), ":") || StatementMade.MatchString(list[0].Text))
}

// StatementMade ends a sentence that announces somebody's words.
var StatementMade = pattern.New(`(?i)\s(?:(?:has|today|tonight|also)\s)?(?:made|issued?|issues|released?|releases|gave|` +
	`offered|delivered|` +
	`published)\s+(?:today\s)?` +
	`(?:the following|this|a|the)\s+(?:\p{L}+\s){0,3}?(?:statement|remarks|comments?)\b[^:“”"]*$`)
