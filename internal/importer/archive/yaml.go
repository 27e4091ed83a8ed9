package archive

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"pressroom/internal/importer"
)

// Front matter in YAML: as the standard has it, or where it has not, as people write it all the same.

// mostNodes are the values of front matter that are looked at, those counted each time to which an alias leads.
const mostNodes = 10_000

// yamlOf reads front matter in YAML. What is none ("title: Lamps: a history") is read line by line.
func yamlOf(text string) map[string][]string {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil || len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return byLine(text)
	}
	out, left := make(map[string][]string), mostNodes
	noted(out, "", doc.Content[0], 0, &left)
	return out
}

// noted notes the values of a node by their names, nested ones with a stop between, as they are written: "image.src".
func noted(out map[string][]string, name string, n *yaml.Node, depth int, left *int) {
	const deepest = 6
	if *left--; *left < 0 || depth > deepest {
		return
	}
	switch n.Kind {
	case yaml.AliasNode:
		noted(out, name, n.Alias, depth+1, left)
	case yaml.MappingNode:
		seen := make(map[string]bool)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := strings.ToLower(strings.TrimSpace(n.Content[i].Value))
			if seen[key] {
				delete(out, strings.TrimPrefix(name+"."+key, ".")) // the last one counts
			}
			seen[key] = true
			noted(out, strings.TrimPrefix(name+"."+key, "."), n.Content[i+1], depth+1, left)
		}
	case yaml.SequenceNode:
		for _, e := range n.Content {
			noted(out, name, e, depth+1, left)
		}
	case yaml.ScalarNode:
		if n.Tag != "!!null" && len(out[name]) < 100 {
			out[name] = append(out[name], strings.TrimSpace(n.Value))
		}
	}
}

// byLine reads the plain part of YAML that front matter is written in: names at the line's beginning
// with a value, a list in brackets, or a list under it. What is nested deeper is passed over.
func byLine(text string) map[string][]string {
	out := make(map[string][]string)
	last, inner := "", "" // the key, and the one within it that has a list
	for _, line := range strings.Split(importer.Unfolded(text), "\n") {
		trimmed := strings.TrimSpace(line)
		if contactKey.MatchString(last + ".name") {
			if taken := contactField(out, last, &inner, line); taken {
				continue
			}
		}
		if item, ok := strings.CutPrefix(trimmed, "- "); ok && last != "" {
			if len(out[last]) < 100 {
				out[last] = append(out[last], scalar(item))
			}
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if ok && last != "" && out[last] == nil && (strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")) {
			if name := last + "." + strings.ToLower(strings.TrimSpace(key)); len(out) < 500 && strings.TrimSpace(value) != "" {
				out[name] = []string{scalar(value)}
			}
			continue
		}
		if !ok || key == "" || key[0] == ' ' || key[0] == '\t' || key[0] == '#' {
			continue
		}
		last = strings.ToLower(strings.TrimSpace(key))
		value = strings.TrimSpace(value)
		switch {
		case value == "" || value == "|" || value == ">":
			out[last] = nil
		case strings.HasPrefix(value, "[") && strings.HasSuffix(value, "]"):
			out[last] = nil
			for _, v := range strings.Split(value[1:len(value)-1], ",") {
				if v = scalar(v); v != "" && len(out[last]) < 100 {
					out[last] = append(out[last], v)
				}
			}
		default:
			out[last] = []string{scalar(value)}
		}
	}
	return out
}

// scalar is a value without its marks, or the comment behind it.
func scalar(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && (s[0] == '"' || s[0] == '\'') {
		if end := strings.LastIndexByte(s, s[0]); end > 0 {
			inner := s[1:end]
			if s[0] == '"' {
				return importer.Unescaped(inner)
			}
			return strings.ReplaceAll(inner, "''", "'")
		}
	}
	s, _, _ = strings.Cut(s, " #")
	return strings.TrimSpace(s)
}
