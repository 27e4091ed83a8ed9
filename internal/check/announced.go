package check

import "pressroom/internal/pattern"

// comingAlong is how texts say that something comes along with them.
var comingAlong = pattern.New(`(?i)(` +
	`\b(?:report|letter|study|document|file|pdf|spreadsheet|statement|brief|table|list)s? ` +
	`(?:is|are) attached(?: (?:to this|here|below)\b|[.,;:)]|\n|$)|` +
	`\battached (?:to this (?:press |news )?(?:release|e-?mail|message)|` +
	`(?:report|letter|study|document|file|pdf|spreadsheet|statement|brief)s?\b)|` +
	`\b(?:see|find) (?:the )?attach(?:ed|ments?)\b|` +
	`\banbei\b|\bim Anhang (?:dieser|zu dieser|finden)\b|\bsiehe Anhang\b|` +
	`\bdieser (?:Presse)?mitteilung (?:liegt|liegen|beigefügt|angehängt)\b|` +
	`\bci-joint|\ben pièces? jointes?\b|\bjointe?s? (?:à ce|au présent) communiqué\b|` +
	`\bse adjuntan?\b|\b(?:archivo|documento|informe)s? adjuntos?\b|\badjunt[oa]s? a este comunicado\b|` +
	`\b(?:segue|seguem|em) anexo\b|\bin allegato\b|\bsi allegan?o?\b|\ballegat[oaie] al presente comunicato\b|` +
	`\bin (?:de )?bijlage\b|\bbijgevoegde?\b|\bw załącz(?:eniu|niku)|` +
	`见附件|見附件|随附|隨附|添付(?:の|資料|ファイル)|מצורפ(?:ת|ים) |מצורף )`)

// announced warns of a text that says that something is attached where nothing is.
func (c *checker) announced() {
	if len(c.Release.Documents) > 0 || len(c.Release.Main().Media) > 0 {
		return
	}
	for _, f := range c.files {
		for i := range f.texts {
			t := &f.texts[i]
			if t.key != "body" && t.key != "notes" {
				continue
			}
			if m := comingAlong.FindStringSubmatchIndex(t.mask().prose); m != nil {
				c.diags.Warnf(t.at(m[2]), "document",
					"%s: nothing comes along with this release; add [[document]] with file or url, or take this out", t.s[m[2]:m[3]])
			}
		}
	}
}
