package workspace

import (
	"cmp"
	"net/mail"
	"slices"
	"strings"

	"pressroom/internal/frontmatter"
)

// Role is what somebody may do in the press office. Its zero value may do nothing.
type Role string

// The roles; each may do what those before it may.
const (
	Viewer   Role = "viewer"   // sees how everything stands, and no words before they are public
	Approver Role = "approver" // reads everything, and approves
	Lead     Role = "lead"     // does everything
)

var ranks = []Role{Viewer, Approver, Lead}

// Has tells whether a role may do what least may.
func (r Role) Has(least Role) bool {
	mine, needed := slices.Index(ranks, r), slices.Index(ranks, least)
	return needed >= 0 && mine >= needed
}

// User is somebody who works in the press office.
type User struct {
	Name  string
	Email string // the address alone, in small letters
	Role  Role
}

// Reads tells whether a user may read a release before it is public, of which access
// names those who may beside leads and approvers.
func (u User) Reads(access []string) bool {
	return u.Role.Has(Approver) || u.Role.Has(Viewer) && u.Email != "" && slices.Contains(access, u.Email)
}

// Addresses are those of users.
func Addresses(users []User) []string {
	out := make([]string, len(users))
	for i, u := range users {
		out[i] = u.Email
	}
	return out
}

// mostUsers is how many users the settings may name.
const mostUsers = 200

// User finds who has an address; ok is false where nobody has.
func (s *Settings) User(email string) (u User, ok bool) {
	email = strings.ToLower(strings.TrimSpace(email))
	i := slices.IndexFunc(s.Users, func(u User) bool { return u.Email == email })
	if i < 0 || email == "" {
		return User{}, false
	}
	return s.Users[i], true
}

// users reads who works in the press office. Without any, its pages are on this
// machine alone.
func (s *Settings) users(tables []*frontmatter.Table) {
	for i, t := range tables {
		u := User{Name: t.Line("name"), Role: Role(t.Line("role"))}
		address := t.Line("email")
		a, err := mail.ParseAddress(address)
		switch {
		case i >= mostUsers:
			t.Errorf("email", "user", "there are more than %d users; take some out", mostUsers)
			return
		case err != nil || a.Name != "" || a.Address != address:
			t.Errorf("email", "user", `%q is no address alone; write email = "ana@office.example"`, address)
		default:
			u.Email = strings.ToLower(address)
		}
		if _, twice := s.User(u.Email); twice {
			t.Errorf("email", "user", "%s is named twice; each user has an address of their own", u.Email)
		}
		if !slices.Contains(ranks, u.Role) {
			t.Errorf("role", "user", `%q is no role; write "lead", "approver" or "viewer"`, string(u.Role))
		}
		u.Name = cmp.Or(u.Name, u.Email)
		t.Done(nil)
		s.Users = append(s.Users, u)
	}
	if len(tables) > 0 && s.Server.PublicURL == "" {
		tables[0].Errorf("email", "user", "users come in under server.public_url, which is not set; set it, or take [[user]] out")
	}
}
