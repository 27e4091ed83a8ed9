package setup_test

import (
	"net/http"
	"strings"
	"testing"

	"pressroom/internal/workspace"
)

// TestEachRouteIsForWhoMay takes its rows from the routes themselves: one that is added is
// in the test.
func TestEachRouteIsForWhoMay(t *testing.T) {
	s := open(t, settings)
	if len(s.routes) < 6 {
		t.Fatalf("%d routes", len(s.routes))
	}
	seen := make(map[string]bool)
	for _, route := range s.routes {
		if seen[route.Pattern()] || !route.Least.Has(workspace.Viewer) || route.Method == http.MethodPost && route.Act == "" {
			t.Errorf("%s stands twice, is for nobody, or does something that the trail has no word for", route.Pattern())
		}
		seen[route.Pattern()] = true
		path := strings.NewReplacer("{$}", "", "{", "", "}", "").Replace(route.Path)
		for _, s.role = range []workspace.Role{"boss", workspace.Viewer, workspace.Approver, workspace.Lead} {
			r, err := http.NewRequest(route.Method, s.srv.URL+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			code, _ := s.answer(http.DefaultClient.Do(r))
			if refused := code == http.StatusForbidden; refused == s.role.Has(route.Least) {
				t.Errorf("%s for %q answers %d", route.Pattern(), s.role, code)
			}
		}
	}
}
