package importer

import (
	"strings"
	"testing"
)

// An embargo in a language whose words of time are few is read where all of them are known and one names the zone; else
// it is asked for, and never passed over.
func TestHoursOfEmbargoesElsewhere(t *testing.T) {
	t.Parallel()
	const (
		tokyo  = "2026-12-08T09:00:00+09:00 Asia/Tokyo"
		asked  = "?"
		noZone = "it names no zone"
		copied = "\n\n港の水質検査を公開\n\nマーロウ港は本日、水質検査の結果を公開した。"
	)
	for name, c := range map[string]struct{ text, want, told string }{
		"with its zone":   {"報道解禁日時：日本時間2026年12月8日（火）午前9時" + copied, tokyo, ""},
		"on two lines":    {"【報道解禁日時】\n\n２０２６年１２月８日（火）午前９時（日本時間）" + copied, tokyo, ""},
		"without a zone":  {"報道解禁日時：2026年12月8日（火）午前9時" + copied, asked, noZone},
		"two that differ": {"報道解禁日時：日本時間2026年12月8日（火）午前9時" + copied + "\n\n報道解禁：2026年12月8日10時（日本時間）", asked, "and here 2026-12-08T10:00:00+09:00"},
		"within a text":   {"港の水質検査を公開\n\nマーロウ港は本日、水質検査の結果を公開した。\n\n本資料は報道解禁日時を2026年12月8日午前9時とし、それまでの公開はお控えください。", asked, "speaks of an embargo"},
		"within a word":   {"本稿禁发至2026年12月8日上午9时\n\n港口公布水质检测结果\n\n港口今天公布了结果，这是说会关对后。", asked, "speaks of an embargo"},
		"Chinese":         {"禁发至北京时间2026年12月8日上午9时\n\n港口公布水质检测结果\n\n港口今天公布了结果，这是说会关对后。", "2026-12-08T09:00:00+08:00 Asia/Shanghai", ""},
		"Russian":         {"Эмбарго до 9:00 мск 8 декабря 2026 г.\n\nПорт опубликовал пробы воды\n\nПорт не сказал, что он нашёл в воде, и как это будет.", "2026-12-08T09:00:00+03:00 Europe/Moscow", ""},
		"Polish":          {"EMBARGO DO 8 GRUDNIA 2026, GODZ. 9:00\n\nPort podał wyniki\n\nPort podał dziś wyniki, ale nie powiedział, co to jest i że tak się nie da.", asked, noZone},
		"German":          {"Sperrfrist: 8. Dezember 2026, 9 Uhr\n\nDer Hafen nennt die Werte\n\nDer Hafen hat heute die Werte der Proben genannt und nicht gesagt, was sie bedeuten.", asked, noZone},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := Import("release.txt", []byte(c.text), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			if got := timesOf(t, string(r.Markdown)); got != c.want {
				t.Errorf("is %s, want %s:\n%s", got, c.want, r.Markdown)
			}
			told := strings.Join(r.Unsure, "\n")
			if !strings.Contains(told, c.told) || c.told == "" && strings.Contains(told, "zone") {
				t.Errorf("told %q, want %q", told, c.told)
			}
		})
	}
}
