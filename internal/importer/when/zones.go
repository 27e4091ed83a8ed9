package when

import (
	"strings"
	"sync"
	"time"
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
		if region, _, _ := strings.Cut(m.place, "/"); region == "America" && m.place != "America/Sao_Paulo" {
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
var spoken = map[string]map[string]bool{
	"fr": wordSet("et est cet art he"), "de": wordSet("ist ast west"), "nl": wordSet("met wet west"),
	"en": wordSet("met wet eat cat art west he pet"), "es": wordSet("he art"), "pt": wordSet("et art"), "it": wordSet("et est"),
}

// small are abbreviations that are read in small letters too: "9am gmt".
var small = wordSet("gmt utc bst cest mez mesz edt pdt cdt aest aedt")

// smallEnglish are those that are words in other languages.
var smallEnglish = wordSet("est et pst pt ct cet mst jst")

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
	"America/Santiago": "santiago de chile|chile|chilena|chile continental", "America/Argentina/Buenos_Aires": "buenos aires|argentina",
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
	"us eastern": "ET", "us central": "CT", "us mountain": "MT", "us pacific": "PT",
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
	"da do d em la las el le les l a au aux en in van von der den the of " +
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
	"polish greek turkish indian japanese spanish italian swiss belgian este costa nz rio san lima")
