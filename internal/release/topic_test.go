package release

import "testing"

func TestATopicInAnAddress(t *testing.T) {
	t.Parallel()
	for topic, want := range map[string]string{
		"technology": "technology", "Local Government": "local-government", "Night & Work": "night-work", " – Café 2 ": "cafe-2",
		"Women's rights": "womens-rights", "Women’s rights": "womens-rights", "naı\u0308ve": "naıve", "水と電気": "水と電気", "がん": "がん",
		"Громадське": "громадське", "हिन्दी भाषा": "हिन्दी-भाषा", "ＩＴ": "it", "../feed.atom": "feed-atom", "a/b?c#d": "a-b-c-d",
		"": "", "& –": "", "\u0301\u093f": "", "x\x00y": "x-y", "a -\u093f b": "a-b",
	} {
		if got := TopicSlug(topic); got != want {
			t.Errorf("%q: %q, not %q", topic, got, want)
		}
		if again := TopicSlug(want); again != want {
			t.Errorf("%q is %q in an address", want, again)
		}
	}
}
