package markup

import (
	"strings"

	"pressroom/internal/pattern"
)

var (
	textileHead  = pattern.New(`(?m)^h([1-6])(?:\([^)\n]*\)|\{[^}\n]*\}|[<>=]+)*\. (.*)`)
	textileQuote = pattern.New(`(?m)^bq(?:\([^)\n]*\))?\.(?::\S+)? (.*(?:\n\S.*)*)`)
	textilePara  = pattern.New(`(?m)^(?:p|notextile|div)(?:\([^)\n]*\)|\{[^}\n]*\}|[<>=]+)*\. `)
	textileLink  = pattern.New(`"([^"\n]+)":((?:https?://|mailto:|/)[^\s,;)]*[^\s,;).])`)
	textileImage = pattern.New(`!(?:[<>=]|\([^)\n]*\))?([^\s!(]+\.(?:jpe?g|png|gif|svg|webp))(?:\(([^)\n]*)\))?!(?::\S+)?`)
	textileItem  = pattern.New(`(?m)^#+ `)
)

// textile writes Textile as Markdown.
func textile(text string) (string, []string) {
	text = textileQuote.ReplaceAllStringFunc(text, func(s string) string { return Quoted(textileQuote.FindStringSubmatch(s)[1], "") })
	text = textileItem.ReplaceAllString(text, "1. ")
	text = textileHead.ReplaceAllStringFunc(text, func(s string) string {
		m := textileHead.FindStringSubmatch(s)
		return heading(int(m[1][0]-'0'), m[2])
	})
	text = textileImage.ReplaceAllString(textilePara.ReplaceAllString(text, ""), "![$2]($1)")
	return textileLink.ReplaceAllStringFunc(text, func(s string) string {
		m := textileLink.FindStringSubmatch(s)
		if address := strings.TrimPrefix(m[2], "mailto:"); address == m[1] {
			return address
		}
		return "[" + m[1] + "](" + m[2] + ")"
	}), nil
}
