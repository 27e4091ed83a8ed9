package markup

import (
	"strings"

	"pressroom/internal/pattern"
)

var (
	wikiTemplate = pattern.New(`\{\{[^{}]*\}\}`)
	wikiNote     = pattern.New(`(?s)<ref[^>/]*/>|<ref[^>]*>.*?</ref>|__[A-Z]+__`)
	wikiFile     = pattern.New(`(?i)\[\[(?:file|image|bild|datei|fichier|archivo|immagine|bestand|ficheiro|` +
		`imagem|category|kategorie|catégorie|` +
		`categoría|categoria|categorie):(?:[^\[\]]|\[\[[^\[\]]*\]\])*\]\]`)
	wikiTongue = pattern.New(`(?m)^\[\[[a-z]{2,3}(?:-[a-z]+)?:[^\[\]\n]*\]\]\s*$`)
	wikiLink   = pattern.New(`\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]`)
	wikiOut    = pattern.New(`\[((?:https?://|mailto:|//)\S+)(?: ([^\]\n]+))?\]`)
	wikiHead   = pattern.New(`(?m)^(={1,6}) ?([^=\n][^\n]*?) ?={1,6}\s*$`)
	wikiItem   = pattern.New(`(?m)^#+ ?`)
	wikiIndent = pattern.New(`(?m)^[:;]+ ?`)
	wikiRule   = pattern.New(`(?m)^-{4,}\s*$`)
)

// mediaWiki writes the markup of MediaWiki as Markdown.
func mediaWiki(text string) (string, []string) {
	var left []string
	for range 3 { // they stand within one another
		left = append(left, wikiTemplate.FindAllString(text, maxLeft)...)
		text = wikiTemplate.ReplaceAllString(text, "")
	}
	left = append(left, wikiFile.FindAllString(text, maxLeft)...)
	text = wikiFile.ReplaceAllString(wikiNote.ReplaceAllString(text, ""), "")
	text = wikiLink.ReplaceAllString(wikiTongue.ReplaceAllString(text, ""), "$1")
	text = linkedIn(text, wikiOut)
	text = wikiIndent.ReplaceAllString(wikiItem.ReplaceAllString(wikiRule.ReplaceAllString(text, ""), "1. "), "")
	text = wikiHead.ReplaceAllStringFunc(text, func(s string) string {
		m := wikiHead.FindStringSubmatch(s)
		return heading(len(m[1]), m[2])
	})
	text = strings.NewReplacer("'''''", "***", "'''", "**").Replace(text)
	return wikiItalic.ReplaceAllString(text, "*$1*"), left
}

// wikiItalic are words between two apostrophes on each side.
var wikiItalic = pattern.New(`''([^'\n]+)''`)
