package mail

import (
	"encoding/json"
	"errors"
	"fmt"
)

// OriginsName is what the Origins of a dispatch are called among its artefacts.
const OriginsName = "origins"

// Origins are where the addresses of a dispatch come from, and who gets a first mail.
// They are kept beside the templates, under codes that only the workspace's key
// makes: no address stands in them.
type Origins struct {
	Sources []string       `json:"sources"`
	Of      map[string]int `json:"of"` // twice the number of the source, from 1 on, and 1 more for a first mail
	// Rest is that of all who do not stand in Of, with no source: 1 where more of them get
	// a first mail than do not, as on the day on which somebody begins here.
	Rest int `json:"rest,omitempty"`

	key     []byte
	added   []origin
	numbers map[string]int
}

// origin is what was noted of an address.
type origin struct {
	addressKey string
	code       int
}

// Add notes what is known of an address.
func (o *Origins) Add(key []byte, addressKey, source string, first bool) {
	if o.numbers == nil {
		o.numbers = make(map[string]int)
	}
	n := 0
	if source != "" {
		if n = o.numbers[source]; n == 0 {
			o.Sources = append(o.Sources, source)
			n = len(o.Sources)
			o.numbers[source] = n
		}
	}
	code := 2 * n
	if first {
		code++
	}
	o.key, o.added = key, append(o.added, origin{addressKey, code})
}

// Find is what Add noted of an address.
func (o *Origins) Find(key []byte, addressKey string) (source string, first bool) {
	if o == nil {
		return "", false
	}
	code := o.Rest
	if len(o.Of) > 0 { // a code costs something, and most dispatches need none
		if noted, ok := o.Of[originOf(key, addressKey)]; ok {
			code = noted
		}
	}
	if n := code / 2; n > 0 && n <= len(o.Sources) {
		source = o.Sources[n-1]
	}
	return source, code%2 == 1
}

// Marshal is the origins as they are stored.
func (o *Origins) Marshal() ([]byte, error) {
	balance := 0
	for _, a := range o.added {
		switch a.code {
		case 0:
			balance--
		case 1:
			balance++
		}
	}
	o.Rest, o.Of = 0, make(map[string]int)
	if balance > 0 {
		o.Rest = 1
	}
	for _, a := range o.added {
		if a.code != o.Rest {
			o.Of[originOf(o.key, a.addressKey)] = a.code
		}
	}
	return json.Marshal(o)
}

func originOf(key []byte, addressKey string) string { return Derive(key, "origin", addressKey)[:16] }

// ReadOrigins reads what Marshal wrote.
func ReadOrigins(data []byte) (*Origins, error) {
	o := new(Origins)
	if err := json.Unmarshal(data, o); err != nil {
		return nil, fmt.Errorf("reading where addresses come from: %w", err)
	}
	if o.Rest != 0 && o.Rest != 1 {
		return nil, errors.New("reading where addresses come from: what the rest has is no code")
	}
	for _, code := range o.Of {
		if code < 0 || code/2 > len(o.Sources) {
			return nil, errors.New("reading where addresses come from: a source is missing")
		}
	}
	return o, nil
}
