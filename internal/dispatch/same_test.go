package dispatch

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/draft"
)

// TestCheckBuildAndPlanSayTheSameOfTheSameText: of texts that an editor holds in
// memory, right and wrong ones.
func TestCheckBuildAndPlanSayTheSameOfTheSameText(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, nil)
	for name, text := range map[string]string{
		"as it should be":   source,
		"a wrong key":       strings.Replace(source, "dateline", "datelin", 1),
		"a list of nobody":  strings.Replace(source, `["main"]`, `["nobody"]`, 1),
		"no such picture":   strings.Replace(source, "[[contact]]", "[[media]]\nfile = \"no.png\"\nalt = \"A\"\n[[contact]]", 1),
		"what no font has":  source + "\nA sign: \U000F0000\n",
		"a slip":            source + "\n{Said} and TK.\n",
		"an instant passed": strings.Replace(source, "2026-07-26T", "2026-07-06T", 1),
	} {
		held, err := draft.New(w).Over(map[string][]byte{"releases/x.md": []byte(text)}).Read("x")
		if err != nil {
			t.Fatal(err)
		}
		checker, err := NewChecker(ctx, w, l, nil, now)
		if err != nil {
			t.Fatal(err)
		}
		checked, err := checker.Text(ctx, held)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := PrepareText(ctx, w, l, held, nil, nil, now)
		if err != nil {
			t.Fatal(err)
		}
		var check, planned []string
		for _, d := range checked.Findings {
			check = append(check, d.Position.String()+" "+strings.TrimSuffix(d.Message, "; send will refuse this"))
		}
		for _, d := range plan.Findings {
			planned = append(planned, d.Position.String()+" "+d.Message)
		}
		slices.Sort(check)
		slices.Sort(planned)
		if !slices.Equal(check, planned) {
			t.Errorf("%s: check says\n%s\nand the plan\n%s", name, strings.Join(check, "\n"), strings.Join(planned, "\n"))
		}
		for _, d := range held.Findings { // what build prints
			if !slices.Contains(check, d.Position.String()+" "+d.Message) {
				t.Errorf("%s: build says %s, and check does not", name, d)
			}
		}
		if (held.Input == nil) != (plan.Input == nil) {
			t.Errorf("%s: only one of build and plan can be made", name)
		}
	}
}
