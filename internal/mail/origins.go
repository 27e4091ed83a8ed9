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

	numbers map[string]int
}

// Add notes what is known of an address.
func (o *Origins) Add(key []byte, addressKey, source string, first bool) {
	if source == "" && !first {
		return
	}
	if o.Of == nil {
		o.Of, o.numbers = make(map[string]int), make(map[string]int)
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
	o.Of[originOf(key, addressKey)] = code
}

// Find is what Add noted of an address.
func (o *Origins) Find(key []byte, addressKey string) (source string, first bool) {
	if o == nil || len(o.Of) == 0 {
		return "", false
	}
	code := o.Of[originOf(key, addressKey)]
	if n := code / 2; n > 0 && n <= len(o.Sources) {
		source = o.Sources[n-1]
	}
	return source, code%2 == 1
}

func originOf(key []byte, addressKey string) string { return Derive(key, "origin", addressKey)[:16] }

// Marshal is the origins as they are stored.
func (o *Origins) Marshal() ([]byte, error) { return json.Marshal(o) }

// ReadOrigins reads what Marshal wrote.
func ReadOrigins(data []byte) (*Origins, error) {
	o := new(Origins)
	if err := json.Unmarshal(data, o); err != nil {
		return nil, fmt.Errorf("reading where addresses come from: %w", err)
	}
	for _, code := range o.Of {
		if code < 0 || code/2 > len(o.Sources) {
			return nil, errors.New("reading where addresses come from: a source is missing")
		}
	}
	return o, nil
}
