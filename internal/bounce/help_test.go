package bounce

import "testing"

// Whom a server names as its own, and no recipient.
func TestAddressesThatAreNobodysMailbox(t *testing.T) {
	for address, want := range map[string]bool{
		"postmaster@x.example": true, "abuse@x.example": true, "Support@x.example": true, "help@x.example": true, "helpdesk@x.example": true,
		"hostmaster@x.example": true, "noreply@x.example": true, "no-reply@x.example": true, "donotreply@x.example": true, "do-not-reply@x.example": true,
		"supporters@x.example": false, "help-wanted@x.example": false, "helpmann@x.example": false, "my.support@x.example": false, "ana@help.example": false,
	} {
		if got := isHelp(address); got != want {
			t.Errorf("%s is of a server: %v", address, got)
		}
	}
}
