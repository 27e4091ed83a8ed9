package importer

import "testing"

// A word that is cut at the end of a line is put together where the text has it whole elsewhere, in any language.
func TestAWordThatTheTextHasWholeElsewhereIsNotCut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"whole elsewhere", "The Kelp Foundation met.\nA chair of the Foun-\ndation came.\n", "The Kelp Foundation met.\nA chair of the Foundation\ncame.\n"},
		{"nowhere else", "The Kelp Guild met.\nA chair of the Foun-\ndation came.\n", "The Kelp Guild met.\nA chair of the Foun-\ndation came.\n"},
		{"a part of another word elsewhere", "The Kelp Foundations met.\nA chair of the Foun-\ndation came.\n", "The Kelp Foundations met.\nA chair of the Foun-\ndation came.\n"},
		{"with its hyphen elsewhere", "A long-awaited day, longawaited.\nThe long-\nawaited day.\n", "A long-awaited day, longawaited.\nThe long-awaited\nday.\n"},
		{"two, of which one is known", "The Foundation met.\nThe Foun-\ndation and the gui-\nlding met.\n", "The Foundation met.\nThe Foundation\nand the gui-\nlding met.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := uncut(c.text); got != c.want {
				t.Errorf("uncut is %q, want %q", got, c.want)
			}
		})
	}
}
