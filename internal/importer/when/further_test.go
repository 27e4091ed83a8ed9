package when

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// The months of further languages, from January on: "3 kwietnia 2026 r.", "3. toukokuuta 2026".
func TestMonthsOfFurtherLanguages(t *testing.T) {
	for language, months := range map[string]string{
		"ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
		"da": "januar februar marts april maj juni juli august september oktober november december",
		"nb": "januar februar mars april mai juni juli august september oktober november desember",
		"sv": "januari februari mars april maj juni juli augusti september oktober november december",
		"fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
		"pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"cs": "ledna února března dubna května června července srpna září října listopadu prosince",
		"ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
		"tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
		// In capitals too, of which I is that of both i.
		"tr-TR": "OCAK ŞUBAT MART NİSAN MAYIS HAZİRAN TEMMUZ AĞUSTOS EYLÜL EKİM KASIM ARALIK",
	} {
		for i, month := range strings.Fields(months) {
			for _, form := range []string{"3 %s 2026", "3. %s 2026", "Marlau, 3 %s 2026 r."} {
				text := fmt.Sprintf(form, month)
				want := Day{2026, i + 1, 3}
				if r := Read(text, Options{Language: language, Today: time.Unix(0, 0)}); len(r.Days) != 1 || r.Days[0] != want {
					t.Errorf("%s, %q: %v, want %v", language, text, r.Days, want)
				}
			}
		}
	}
}
