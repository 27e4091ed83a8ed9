package importer

import (
	"cmp"
	"strings"
)

// tongue is the language of a source: the one that it names, else the one that o names,
// else what its words tell, and then in the form of who imports it, as in en-GB. lang is
// what the words are read by, without a region; tag is BCP 47.
func (o Options) tongue(named string, paras []para) (lang, tag string) {
	if tag = cmp.Or(named, o.Language); tag != "" {
		return base(tag), tag
	}
	tag = guessLanguage(paras)
	if base(o.Own) == tag {
		return tag, o.Own
	}
	return tag, tag
}

// base is the language of a tag in small letters, without script, region and all else.
func base(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(tag)
}
