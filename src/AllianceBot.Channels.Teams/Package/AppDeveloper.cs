namespace AllianceBot.Channels.Teams;

/// <summary>Who runs the bot, as the app package names it to those who install it.</summary>
/// <param name="Name">At most 32 characters.</param>
/// <param name="Website">Where one learns about them.</param>
/// <param name="Privacy">What they do with what people tell the bot.</param>
/// <param name="Terms">Under which terms it may be used.</param>
public sealed record AppDeveloper(string Name, Uri Website, Uri Privacy, Uri Terms)
{
    private const int LongestName = 32;
    private const int LongestAddress = 2048;

    /// <summary>Reads what an operator gave; pages that were not given are the website.</summary>
    /// <param name="faults">What is wrong is added to these, each with what it should be.</param>
    /// <returns>Null if anything is wrong.</returns>
    public static AppDeveloper? Read(string? name, string? website, string? privacy, string? terms, ICollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        name = name?.Trim() ?? "";
        var isName = name.Length is > 0 and <= LongestName && !name.Any(char.IsControl);
        if (!isName) faults.Add($"--developer is '{name}'; it should be a name of 1 to {LongestName} characters.");
        var home = Page("--website", website, faults);
        var (kept, used) = (Page("--privacy", privacy ?? website, privacy is null ? [] : faults), Page("--terms", terms ?? website, terms is null ? [] : faults));
        return isName && home is not null && kept is not null && used is not null ? new(name, home, kept, used) : null;
    }

    // Teams takes nothing but https here.
    private static Uri? Page(string option, string? text, ICollection<string> faults)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && page.UserInfo.Length == 0
            && page.AbsoluteUri.Length <= LongestAddress)
        {
            return page;
        }

        faults.Add($"{option} is '{text}'; it should be an address such as https://your-organisation.example/alliancebot.");
        return null;
    }
}
