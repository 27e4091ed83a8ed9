package board_test

import (
	"testing"

	"pressroom/internal/workspace"
)

// TestEachRouteIsForWhoMay takes its rows from the routes themselves: one that is added is
// in the test.
func TestEachRouteIsForWhoMay(t *testing.T) {
	s := open(t)
	s.visitor().EachRoute(s.routes, 8, func(role workspace.Role) { s.role = role })
}
