using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Finds the time zone that somebody means: by its id, or by the city in it; else the nearest ones to offer.</summary>
internal static class ZoneNames
{
    private const int Offered = 4;

    /// <summary>Letters by which a name may be wrong.</summary>
    private const int Farthest = 4;

    private static readonly (string Id, string Key, string City)[] All =
    [
        .. DateTimeZoneProviders.Tzdb.Ids.Select(static id => (id, Plain(id), Plain(id[(id.LastIndexOf('/') + 1)..]))),
    ];

    /// <summary>The zone's id, or null when none is meant for sure.</summary>
    public static string? Find(string typed)
    {
        if (typed.Length is 0 or > Limits.Code) return null;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(typed) is not null) return typed;
        var key = Plain(typed);
        if (All.FirstOrDefault(zone => zone.Key == key).Id is { } exact) return exact;
        // A city may stand in several ids that are all one zone: what the list calls canonical is taken.
        var fits = All.Where(zone => zone.City == key).Select(static zone => Canonical(zone.Id)).Distinct(StringComparer.Ordinal).ToList();
        return fits is [var only] ? only : null;
    }

    /// <summary>Those that look most like it, the nearest first.</summary>
    public static ValueList<string> Nearest(string typed)
    {
        var key = Plain(typed.Length > 40 ? typed[..40] : typed);
        var city = key[(key.LastIndexOf('/') + 1)..];
        var near = All.Where(static zone => zone.Id.Contains('/', StringComparison.Ordinal))
            .Select(zone => (zone.Id, Far: Math.Min(Distance(key, zone.Key), Distance(city, zone.City))))
            .Where(static zone => zone.Far <= Farthest)
            .OrderBy(static zone => zone.Far).ThenBy(static zone => zone.Id, StringComparer.Ordinal).ToList();
        return near.Where(zone => zone.Far <= near[0].Far + 1)
            .Select(static zone => Canonical(zone.Id)).Distinct(StringComparer.Ordinal).Take(Offered).ToValueList();
    }

    private static string Canonical(string id) =>
        NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(id, out var canonical) ? canonical : id;

    private static string Plain(string text) =>
        string.Concat(text.Trim().Select(static letter => letter is ' ' or '-' ? '_' : char.ToLowerInvariant(letter)));

    /// <summary>How many letters have to be changed, put in or left out.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 4) return 5;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? diagonal : diagonal + 1;
                (diagonal, row[j]) = (row[j], Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[b.Length];
    }
}
