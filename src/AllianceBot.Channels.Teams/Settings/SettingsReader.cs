using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AllianceBot.Channels.Teams;

/// <summary>Reads a section key by key, so that every value that makes no sense is named, not only the first.</summary>
internal sealed class SettingsReader(IConfigurationSection section, ICollection<string> faults)
{
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public string Text(string key, string otherwise = "") => Value(key) is { Length: > 0 } value ? value.Trim() : otherwise;

    public int Number(string key, int otherwise, int from, int to)
    {
        if (Value(key) is not { Length: > 0 } value) return otherwise;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to) return number;
        Fault(key, $"a whole number from {from} to {to}");
        return otherwise;
    }

    public bool Flag(string key, bool otherwise = false)
    {
        if (Value(key) is not { Length: > 0 } value) return otherwise;
        if (bool.TryParse(value, out var flag)) return flag;
        Fault(key, "true or false");
        return otherwise;
    }

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Value(key) is not { Length: > 0 } value) return otherwise;
        foreach (var name in Enum.GetNames<T>())
        {
            if (name.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)) return Enum.Parse<T>(name);
        }

        Fault(key, string.Join(" or ", Enum.GetNames<T>()));
        return otherwise;
    }

    /// <summary>A list, as an array or as one text with commas (an environment variable).</summary>
    public IReadOnlyList<string> List(string key, IReadOnlyList<string> otherwise)
    {
        var items = section.GetSection(key).GetChildren().Select(child => child.Value ?? "")
            .Concat((Value(key) ?? "").Split(','))
            .Select(item => item.Trim()).Where(item => item.Length > 0).ToList();
        return items.Count > 0 ? items : otherwise;
    }

    /// <summary>A key that nobody reads is a mistyped one.</summary>
    public void NameUnknown()
    {
        foreach (var child in section.GetChildren().Where(child => !known.Contains(child.Key))) faults.Add($"{child.Path}: no such key");
    }

    private string? Value(string key)
    {
        known.Add(key);
        return section[key];
    }

    private void Fault(string key, string wanted) => faults.Add($"{section.Path}:{key}: {wanted} is wanted");
}
