using System.Globalization;

namespace AllianceBot.Wiring;

/// <summary>What an operator sets about the program itself: the sections "Bot", "Storage" and "Try".</summary>
internal sealed record BotSettings
{
    /// <summary>Address to listen on.</summary>
    public Uri Url { get; init; } = new("http://localhost:3978");

    /// <summary>Where people's browsers reach this program, for pages; null while it serves none.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Folder of everything that is kept.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Folder of templates and words.</summary>
    public string Cards { get; init; } = "";

    /// <summary>Megabytes that alliances in memory may take, about; 16 to 65,536.</summary>
    public int Memory { get; init; } = 512;

    public IReadOnlyList<string> CreateTenants { get; init; } = [];

    public IReadOnlyList<string> CreatePeople { get; init; } = [];

    /// <summary>The kind of store; empty is the one that the program was built for.</summary>
    public string Provider { get; init; } = "";

    public bool PreferSystemLibrary { get; init; } = true;

    /// <summary>Connections for reading, 1 to 64.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Platform user to the name of the person it plays, in try mode.</summary>
    public IReadOnlyDictionary<string, string> People { get; init; } = new Dictionary<string, string>();

    /// <summary>Seconds before others are told of an answer that can be undone, in try mode; 0 to 600.</summary>
    public int TryUndo { get; init; } = 5;

    /// <summary>Reads the settings; what is wrong is added to the faults, each with its key and what it should be.</summary>
    public static BotSettings Read(IConfiguration configuration, List<string> faults)
    {
        var read = new Reader(configuration, faults);
        var settings = new BotSettings
        {
            Url = read.Address("Bot:Url", "http://localhost:3978"),
            PublicUrl = read.Outside("Bot:PublicUrl"),
            Data = read.Text("Bot:Data", "data"),
            Cards = read.Text("Bot:Cards", ""),
            Memory = read.Number("Bot:Memory", 512, 16, 65_536),
            CreateTenants = read.List("Bot:CreateTenants"),
            CreatePeople = read.List("Bot:CreatePeople"),
            Provider = read.Text("Storage:Provider", "").ToLowerInvariant(),
            PreferSystemLibrary = read.YesNo("Storage:PreferSystemLibrary", true),
            Readers = read.Number("Storage:Readers", 4, 1, 64),
            People = configuration.GetSection("Try:People").GetChildren()
                .Where(static one => one.Value is { Length: > 0 })
                .ToDictionary(static one => one.Key, static one => one.Value!, StringComparer.OrdinalIgnoreCase),
            TryUndo = read.Number("Try:Undo", 5, 0, 600),
        };
        if (settings.Data.Length == 0) faults.Add("Bot:Data is empty; it is the folder where everything is kept.");
        if (settings.Provider.Length > 0 && StoreKinds.Fault(settings.Provider) is { } fault) faults.Add($"Storage:Provider is '{settings.Provider}': {fault}.");
        return settings;
    }

    private sealed class Reader(IConfiguration configuration, List<string> faults)
    {
        public string Text(string key, string otherwise) => configuration[key] ?? otherwise;

        public IReadOnlyList<string> List(string key) =>
            [.. configuration.GetSection(key).GetChildren().Select(static one => one.Value).OfType<string>().Where(static one => one.Length > 0)];

        public bool YesNo(string key, bool otherwise)
        {
            var text = configuration[key];
            if (string.IsNullOrEmpty(text)) return otherwise;
            if (bool.TryParse(text, out var yes)) return yes;
            faults.Add($"{key} is '{text}'; it should be true or false.");
            return otherwise;
        }

        public int Number(string key, int otherwise, int least, int most)
        {
            var text = configuration[key];
            if (string.IsNullOrEmpty(text)) return otherwise;
            if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            faults.Add($"{key} is '{text}'; it should be a number from {least} to {most}.");
            return otherwise;
        }

        /// <summary>An address that a browser elsewhere can open: https, or http on this machine; empty for none.</summary>
        public Uri? Outside(string key)
        {
            var text = configuration[key];
            if (string.IsNullOrEmpty(text)) return null;
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { UserInfo: "", Query: "", Fragment: "" }
                && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))) return address;
            faults.Add($"{key} is '{text}'; it should be an address such as https://bot.example.org, without a query, and with https unless it is this machine's.");
            return null;
        }

        public Uri Address(string key, string otherwise)
        {
            var text = configuration[key] is { Length: > 0 } given ? given : otherwise;
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            faults.Add($"{key} is '{text}'; it should be an address such as http://localhost:3978.");
            return new(otherwise);
        }
    }
}
