package importer

import (
	"cmp"

	"pressroom/internal/importer/prose"
)

// tongue is the language of a source: the one that it names, else the one that o names,
// else what its words tell, and then in the form of who imports it, as in en-GB. lang is
// what the words are read by, without a region; tag is BCP 47.
func (o Options) tongue(named string, paras []prose.Para) (lang, tag string) {
	if tag = cmp.Or(named, o.Language); tag != "" {
		return prose.Base(tag), tag
	}
	tag = prose.GuessLanguage(paras)
	if prose.Base(o.Own) == tag {
		return tag, o.Own
	}
	return tag, tag
}
