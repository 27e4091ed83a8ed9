package markup

import (
	"strings"

	"pressroom/internal/pattern"
)

var (
	bbQuote = pattern.New(`(?is)\[quote(?:="?([^\]"]*)"?[^\]]*)?\](.*?)\[/quote\]`)
	bbLink  = pattern.New(`(?i)\[(?:url|email)="?([^\]"]+)"?\]([^\[]*)\[/(?:url|email)\]`)
	bbImage = pattern.New(`(?i)\[img[^\]]*\]([^\[]+)\[/img\]`)
	bbBold  = pattern.New(`(?i)\[b\]([^\[\]]+)\[/b\]`)
	bbItem  = pattern.New(`(?m)^\s*\[\*\]\s*`)
	bbOther = pattern.New(`(?i)\[/?(?:b|i|u|s|size|color|colour|font|center|left|right|justify|list|url|email|` +
		`quote|table|tr|td|th|hr|sup|sub|` +
		`indent|h[1-6]|p)(?:=[^\]\n]*)?\]`)
	bbHead = pattern.New(`\A\s*\*\*([^*\n]+)\*\*[ \t]*(?:\n|\z)`)
)

// bbCode writes BBCode as Markdown. Its lines end where they do.
func bbCode(text string) (string, []string) {
	text = bbQuote.ReplaceAllStringFunc(text, func(s string) string {
		m := bbQuote.FindStringSubmatch(s)
		return Quoted(m[2], m[1])
	})
	text = bbLink.ReplaceAllString(bbImage.ReplaceAllString(bbItem.ReplaceAllString(text, "* "), "![]($1)"), "[$2]($1)")
	text = bbBold.ReplaceAllString(sizesOff(text), "**$1**")
	text = bbHead.ReplaceAllString(bbOther.ReplaceAllString(text, ""), "# $1\n\n")
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if l != "" && i+1 < len(lines) && lines[i+1] != "" && !strings.HasPrefix(l, "#") && !strings.HasPrefix(l, ">") {
			lines[i] = l + "  "
		}
	}
	return strings.Join(lines, "\n"), nil
}

// sizesOff takes away what stands about words within bold ones.
func sizesOff(text string) string { return bbSize.ReplaceAllString(text, "") }

var bbSize = pattern.New(`(?i)\[/?(?:size|color|colour|font|center|u|i)(?:=[^\]\n]*)?\]`)
