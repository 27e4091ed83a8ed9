package attribution

import (
	"strings"

	"pressroom/internal/pattern"
)

// A sentence may tell what somebody said of another, whose words then follow: “The sheriff said the man shouted at a clerk,
// ‘…’”. They are the other's.

// reportsThat leads on, behind a comma, to what is told: "Selon la procureure Ana Ruiz, l’homme aurait crié".
var reportsThat = pattern.New(`(?i)^(?:according to|selon|d[’']après|à en croire|según|de acuerdo con|laut|` +
	`nach (?:den )?(?:angaben|worten|` +
	`aussage|darstellung)|secondo|stando a|segundo|de acordo com|volgens)\s|\s(?:zufolge|nach eigenen angaben)\s`)

// anotherSays are, by language, clauses in which somebody else says something, up to their end.
var anotherSays = map[string]*pattern.Pattern{
	"en": pattern.New(`(?:^|[\s,])(?:(?i:the|an?|one|another|two|three|some|his|her|their|its)(?: [\p{L}\d’'-]+){1,7}?|` +
		`\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){0,3})(?: (?:then|later|had|also|allegedly|reportedly|\p{Ll}+ly))*` +
		` (?:said|told|shouted|yelled|screamed|cried|replied|answered|asked|wrote|called|whispered|texted|threatened|demanded|` +
		`warned|exclaimed|responded|messaged|posted|emailed|chanted|sang|ordered|begged)(?: [\p{L}\d’'-]+){0,7}$`),
	"fr": pattern.New(`(?i)(?:\bque? ?[’']?|, )(?:(?:les?|la|une?|cet?|cette|ces|son|sa|leur|deux|trois) |l[’'])[^,:]{2,80}?` +
		` (?:(?:avai(?:en)?t|aurai(?:en)?t|a|ont|ait|lui|leur|alors) )*(?:lancé|crié|hurlé|dit|déclaré|répondu|rétorqué|écrit|menacé|demandé|` +
		`affirmé|assuré|chuchoté|lança|cria|hurla|répondit|écrivit|lançait|criait|disait|écrivait)(?: [^,:]{1,60})?$`),
	"es": pattern.New(`(?i)(?:\bque |, )(?:el|la|l[oa]s|una?|unos|unas|su|sus|est[ea]|dos|tres) [^,:]{2,80}?` +
		` (?:(?:le|les|se|entonces|ha|había|habría|han|habían|habrían) )*(?:gritó|dijo|respondió|contestó|escribió|amenazó|advirtió|` +
		`exclamó|espetó|pidió|preguntó|susurró|ordenó|gritaron|dijeron|escribieron|gritado|dicho|respondido|contestado|escrito|amenazado|` +
		`espetado|pedido)(?: [^,:]{1,60})?$`),
	"de": pattern.New(`(?i)(?:, (?:dass |wonach )?(?:der|die|das|eine?|zwei|drei) [^,:]{2,80}? (?:zu|aus|nach)?(?:rief|sagte|schrie|brüllte|` +
		`drohte|antwortete|schrieb|fragte|gerufen|gesagt|geschrien|gebrüllt|gedroht|geantwortet|geschrieben|gefragt|erklärt)` +
		`(?: (?:habe|hat|haben|hätte|hatte|hätten|hatten|soll|sollen))*|` +
		` (?:rief|sagte|schrie|brüllte|drohte|antwortete|schrieb|fragte|soll(?:en)?) (?:der|die|das|eine?|zwei|drei) [^,:]{2,80})$`),
	"it": pattern.New(`(?i)(?:\bche |, )(?:(?:il|lo|la|gli|le|un[ao]?|due|tre) |l[’'])[^,:]{2,80}?` +
		` (?:(?:gli|le|ha|aveva|avrebbe|hanno|avrebbero) )*(?:detto|gridato|urlato|scritto|risposto|minacciato|chiesto|` +
		`disse|gridò|urlò|scrisse|rispose|chiese)(?: [^,:]{1,60})?$`),
	"pt": pattern.New(`(?i)(?:\bque |, )(?:os?|as?|uma?|dois|duas|seu|sua) [^,:]{2,80}?` +
		` (?:(?:lhe|então|tinha|havia|teria) )*(?:disse|gritou|respondeu|escreveu|ameaçou|perguntou|pediu|dito|gritado|respondido|` +
		`escrito|ameaçado)(?: [^,:]{1,60})?$`),
	"nl": pattern.New(`(?i)(?:\bdat |, )(?:de|het|een|twee|drie) [^,:]{2,80}? (?:riep|zei|schreeuwde|antwoordde|schreef|dreigde|vroeg|` +
		`geroepen|gezegd|geschreeuwd|geschreven)(?: (?:had|heeft|zou|hebben))*$`),
}

// saidOfAThird tells such a sentence, without the colon or comma at its end.
func (d *Copy) saidOfAThird(s string) bool {
	says := anotherSays[d.Base()]
	if says == nil {
		return false
	}
	s = strings.TrimRight(s, " ,:\u00a0\u202f")
	if m := reportsThat.FindStringIndex(s); m != nil && says.MatchString(s[m[1]:]) {
		return true
	}
	for _, m := range d.verbPlaces(s) {
		tail := s[m[1]-1:]
		told := says.FindString(tail)
		if told == "" || saysToo.MatchString(told) || d.English() && strings.Contains(tail, ",") || !d.English() && !inThat.MatchString(told) {
			continue // "While Ana Ruiz said no, the director said": the one who says it stands for himself
		}
		return true
	}
	return false
}

// inThat is a clause that depends on the verb before, outside English.
var inThat = pattern.New(`(?i)^[\s,]*(?:que?|qu[’']|che|dat|dass|wonach)(?:[\s’']|[^\pL])|[\s](?:habe|hätten?|sollen?|hat|` +
	`haben|hatten?)(?:\s|$)`)

// saysToo goes on with what the first of them says: "said the city was right and added".
var saysToo = pattern.New(`[, ](?:and|but|et|mais|y|pero|und|aber|e|ma|mas|en|maar) (?:\p{L}+ly |then |later )?(?:said|told|` +
	`asked|wrote|called|replied|` +
	`warned|dit|écrit|dijo|pidió|sagte|schrieb|fragte|ha detto|disse|zei)\b`)
