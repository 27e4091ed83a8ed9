package archive

import (
	"fmt"
	"strings"
	"testing"
)

// TestAnItemInAnotherLanguageThanItsExport: a feed names one language for all, and a
// bilingual site's feed holds two.
func TestAnItemInAnotherLanguageThanItsExport(t *testing.T) {
	texts := map[string]string{
		"en":      "The trust has opened the quay that was closed for a year, and it is the first of three that are to be opened in the town by the end of the year.",
		"es":      "La fundación ha abierto el muelle que estaba cerrado desde hace un año, y es el primero de los tres que se abrirán en la ciudad antes del fin del año.",
		"fr":      "La fondation a ouvert le quai qui était fermé depuis un an, et c’est le premier des trois qui seront ouverts dans la ville avant la fin de cette année.",
		"de":      "Die Stiftung hat den Kai geöffnet, der seit einem Jahr geschlossen war, und es ist der erste von dreien, die in der Stadt bis zum Ende des Jahres geöffnet werden.",
		"zh-Hans": "基金会今天重新开放了关闭一年的码头，这是今年年底之前将在该市开放的三个码头中的第一个。",
		"ar":      "افتتحت المؤسسة اليوم الرصيف الذي كان مغلقا منذ عام وهو الأول من بين ثلاثة أرصفة ستفتتح في المدينة قبل نهاية العام.",
	}
	for _, all := range []string{"en", "es", "fr", "de", "ar", "zh-Hant", "en-GB"} {
		for is, text := range texts {
			want := is
			if base, _, _ := strings.Cut(all, "-"); strings.HasPrefix(is, base) {
				want = all
			}
			for _, form := range []struct{ name, whole string }{
				{"feed.xml", fmt.Sprintf(`<rss version="2.0"><channel><title>T</title><language>%s</language><item><title>T</title><link>https://old.example/a</link>`+
					`<description><![CDATA[<p class="the and of is to in that for">%s</p>]]></description></item></channel></rss>`, all, text)},
				{"feed.json", fmt.Sprintf(`{"version":"https://jsonfeed.org/version/1.1","language":%q,"items":[{"id":"1","title":"T","content_text":%q}]}`, all, text)},
			} {
				items, err := entriesOf(form.name, form.whole)
				if err != nil || len(items) != 1 {
					t.Fatalf("%s of %s: %v, %d items", form.name, all, err, len(items))
				}
				if items[0].Language != want {
					t.Errorf("%s that says %s, an item in %s: read as %s", form.name, all, is, items[0].Language)
				}
			}
		}
	}
}

func entriesOf(name, whole string) ([]item, error) {
	if strings.HasSuffix(name, ".json") {
		items, _, err := readJSON([]byte(whole))
		return items, err
	}
	items, _, err := readXML([]byte(whole))
	return items, err
}
