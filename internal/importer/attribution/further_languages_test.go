package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// Each way in which a line says that what it stands above may be published at once, and lines that say more, or nothing.
func TestWhatMayBePublishedAtOnceInFurtherLanguages(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"Для немедленной публикации": true, "ДО НЕГАЙНОГО ПОШИРЕННЯ!": true, "* Do natychmiastowej publikacji *": true, "K okamžitému zveřejnění": true,
		"Azonnali közlésre": true, "Pentru difuzare imediată": true, "Pentru publicare imediată": true, "Για άμεση δημοσίευση": true,
		"للنشر الفوري": true, "Untuk disiarkan segera": true, "Untuk rilis segera": true, "För omedelbar publicering": true,
		"Til umiddelbar offentliggørelse": true, "Til umiddelbar publisering": true, "【即時発表】": true,
		"立即发布": true, "立即發布": true, "즉시 보도": true, "즉시보도": true,
		"立即发布会": false, "A 즉시 보도": false, "Untuk rilis segera hari ini": false, "立即": false, "보도": false, "***": false, "–": false, "": false,
	} {
		if got := prose.ImmediateLine.MatchString(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
