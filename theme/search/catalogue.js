/* The catalogue as it was delivered: what is searched in each procedure, how it is filtered and counted.
 *
 * Public name: congkhai.searchParts.catalogue
 * One procedure is one row: [code, name, short name, keywords, field, applicants, online level, scope, popularity];
 * fields and applicants are numbers of rows in data.fields and data.applicants (made by generator/search/data.py).
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var ONLINE = {
    toan_trinh: "Trực tuyến toàn trình",
    mot_phan: "Trực tuyến một phần",
    thong_tin: "Cung cấp thông tin trực tuyến",
    khong: "Chỉ nộp trực tiếp"
  };
  var SCOPE = { xa: "Xã giải quyết", dung_chung: "Thủ tục dùng chung", tiep_nhan: "Xã tiếp nhận" };
  var FACETS = ["field", "applicant", "online", "scope"];
  var OPENING = /^thủ tục\s+/i;

  function catalogue(data) {
    var rows = data.entries || [];
    var fields = data.fields || [];
    var applicants = data.applicants || [];

    function texts(row) {
      var found = [["name", row[1].replace(OPENING, "")]];
      if (row[2]) found.push(["short", row[2]]);
      (row[3] ? row[3].split("\n") : []).forEach(function (phrase) {
        found.push(["keyword", phrase]);
      });
      return found;
    }

    /** The values of one facet in one row, as [value, label]. */
    function values(facet, row) {
      if (facet === "field") return fields[row[4]] ? [fields[row[4]]] : [];
      if (facet === "online") return ONLINE[row[6]] ? [[row[6], ONLINE[row[6]]]] : [];
      if (facet === "scope") return SCOPE[row[7]] ? [[row[7], SCOPE[row[7]]]] : [];
      return (row[5] || []).map(function (number) {
        return [applicants[number], applicants[number]];
      });
    }

    function passes(facet, doc, filters) {
      var wanted = filters && filters[facet];
      if (!wanted || !wanted.length) return true;
      var chosen = [].concat(wanted);
      return values(facet, rows[doc]).some(function (value) {
        return chosen.indexOf(value[0]) >= 0;
      });
    }

    function matches(doc, filters) {
      return FACETS.every(function (facet) {
        return passes(facet, doc, filters);
      });
    }

    /** For every facet [{value, label, count}], counted among what the other facets leave. */
    function facets(hits, filters) {
      var result = {};
      FACETS.forEach(function (facet) {
        var counts = new Map();
        hits.forEach(function (hit) {
          var others = FACETS.every(function (other) {
            return other === facet || passes(other, hit.doc, filters);
          });
          if (!others) return;
          values(facet, rows[hit.doc]).forEach(function (value) {
            var entry = counts.get(value[0]) || { value: value[0], label: value[1], count: 0 };
            entry.count++;
            counts.set(value[0], entry);
          });
        });
        result[facet] = Array.from(counts.values()).sort(function (a, b) {
          return b.count - a.count || (a.label < b.label ? -1 : 1);
        });
      });
      return result;
    }

    return {
      rows: rows,
      fieldOf: function (doc) {
        return fields[rows[doc][4]] || ["", ""];
      },
      documents: rows.map(function (row) {
        return { texts: texts(row), field: fields[row[4]] ? fields[row[4]][1] : "" };
      }),
      codes: rows.map(function (row) {
        return row[0];
      }),
      priors: rows.map(function (row) {
        return row[8] || 0;
      }),
      matches: matches,
      facets: facets
    };
  }

  parts.catalogue = catalogue;
})(typeof self !== "undefined" ? self : this);
