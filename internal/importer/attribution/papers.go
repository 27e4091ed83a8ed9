package attribution

import (
	"strings"

	"pressroom/internal/pattern"
)

// Newspapers report, and have names that read as persons': "La Gazette de Marlow rapporte", "Según la revista Muelle Norte".

const (
	// paperNoun is what a paper is, before its name.
	paperNoun = `(?i:revista|diario|periódico|semanario|rotativo|journal|quotidien|hebdomadaire|magazine|(?:tages|` +
		`wochen)?zeitung|zeitschrift|` +
		`magazin|rivista|giornale|quotidiano|settimanale|jornal|krant|tijdschrift|weekblad)`
	// paperWord is a word of such a name.
	paperWord = `(?:Gazette|Dépêche|Courrier|Tribune|Écho|Bote|Anzeiger|Zeitung|Kurier|Tageblatt|Rundschau|Nachrichten|Gaceta|` +
		`Heraldo|Diario|` +
		`Correo|Periódico|Revista|Giornale|Corriere|Gazzetta|Gazeta|Correio|Courant|Dagblad|Magazine|Magazin|Journal)`
	// paperName is a name of up to five words.
	paperName = `\p{Lu}[\p{L}\d’'-]*(?: (?:(?:de|du|des|del|de la|der|di|van) )?\p{Lu}[\p{L}\d’'-]*){0,4}`
)

var (
	// sourceFirst stands before a paper on which words rest.
	sourceFirst = pattern.New(`^(?i:según|selon|laut|d[’']après|de acuerdo con|secondo|stando a|segundo|de acordo com|volgens) `)
	// thePaper is a paper with its noun, or by a word of its name, and the verb behind or before.
	thePaper = pattern.New(`^(?:(?i:la|le|el|il|o|a|der|die|das|de|het|dem|der) |` +
		`[Ll][’'])?(?:` + paperNoun + ` (` + paperName + `)|(` + paperName + `))$`)
	// hasPaperWord tells such a name.
	hasPaperWord = pattern.New(`(?:^|[ -])` + paperWord + `(?:$| )`)
	// paperVerb ends or begins what says that a paper reports.
	paperVerb = pattern.New(` (?:rapporte|écrit|titre|relate|affirme|révèle|publie|indique|schreibt|berichtet|schrieb|berichtete|` +
		`meldet|titelt|` +
		`informa|publica|escribe|escribió|publicó|señala|cuenta|scrive|riporta|scriveva|escreve|noticia|noticiou|escreveu|schrijft|` +
		`meldt|bericht)$`)
)

// paperSays is a paper in a sentence that leads to its words.
func (d *Copy) paperSays(s string) Speaker {
	if d.English() {
		return Speaker{}
	}
	s = strings.Trim(s, " ,:\u00a0\u202f")
	name := ""
	if at := sourceFirst.FindStringIndex(s); at != nil {
		name = s[at[1]:]
	} else if at := paperVerb.FindStringIndex(s); at != nil {
		name = s[:at[0]]
	}
	m := thePaper.FindStringSubmatch(name)
	if m == nil || m[1] == "" && !hasPaperWord.MatchString(m[2]) {
		return Speaker{}
	}
	return Speaker{Org: m[1] + m[2], Ok: true}
}
