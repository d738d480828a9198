using System.Diagnostics.CodeAnalysis;
using AllianceBot.Cards;
using AllianceBot.Channels.Teams;
using AllianceBot.Conversation;
using AllianceBot.Documents;
using AllianceBot.Engine;
using AllianceBot.Health;
using NodaTime;

namespace AllianceBot.Wiring;

/// <summary>Puts the program together: settings, store, engine, conversation, channel, endpoints.</summary>
internal static class Bot
{
    /// <summary>A program ready to run.</summary>
    /// <param name="args">The command line's settings ("--Bot:Data x").</param>
    /// <param name="isTry">Try mode: anonymous on loopback, a clock that can be walked, cards that say for whom they are.</param>
    /// <param name="given">Settings that the command gives itself.</param>
    /// <exception cref="SettingsException">Settings or cards are wrong; all faults are listed.</exception>
    /// <exception cref="StoreException">The database cannot be used; the message says what to do.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The container owns the store and disposes it with the program.")]
    public static async Task<WebApplication> BuildAsync(
        string[] args, bool isTry, IReadOnlyDictionary<string, string?> given, CancellationToken ct)
    {
        var builder = NewBuilder(args, isTry, given);
        var (settings, teams) = Settings(builder);
        var library = Library(settings);
        Directory.CreateDirectory(settings.Data);

        using var early = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole());
        var store = StoreKinds.Open(settings, early);
        IClock clock = isTry ? await WalkingClock.OpenAsync(store, SystemClock.Instance, ct) : SystemClock.Instance;

        var services = builder.Services;
        services.AddSingleton(settings).AddSingleton(library).AddSingleton(TimeProvider.System).AddSingleton(clock);
        services.AddSingleton<IAllianceStore>(_ => store);
        services.AddSingleton<Presenter>();
        services.AddSingleton<IShow>(static all => all.GetRequiredService<Presenter>());
        services.AddSingleton(all => new AllianceEngine(
            new EngineParts(
                store, all.GetRequiredService<Presenter>(), clock, TimeProvider.System, Chance.OfTheSystem,
                all.GetRequiredService<ILoggerFactory>().CreateLogger("AllianceBot.Engine")),
            new EngineSettings { Node = Environment.MachineName, Memory = settings.Memory * 1024L * 1024L, ShowsNames = isTry }));
        services.AddSingleton<IAlliances>(static all => all.GetRequiredService<AllianceEngine>());
        services.AddSingleton(static all => all.GetRequiredService<AllianceEngine>().Directory);
        services.AddSingleton(static all => all.GetRequiredService<AllianceEngine>().ChannelMemory);
        services.AddSingleton<Metrics>();
        services.AddHostedService<Loops>();
        services.AddSingleton(_ => new DocumentLinks(settings.PublicUrl, TimeProvider.System, Chance.OfTheSystem));
        services.AddSingleton<DocumentDesk>();
        DocumentEndpoint.KeepOutOfLogs(builder.Logging);
        Talking.Add(services, settings, isTry, builder.Environment.IsDevelopment());
        TeamsHost.Add(services, teams);

        var app = builder.Build();
        app.Services.GetRequiredService<Metrics>();
        app.MapTeams();
        app.MapHealth();
        app.MapDocuments();
        return app;
    }

    private static WebApplicationBuilder NewBuilder(string[] args, bool isTry, IReadOnlyDictionary<string, string?> given)
    {
        // The settings' watcher would see every write of a database below the content root; nothing is re-read while it runs.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = isTry ? Environments.Development : null,
        });
        builder.Configuration.AddInMemoryCollection(given);
        return builder;
    }

    private static (BotSettings, TeamsSettings) Settings(WebApplicationBuilder builder)
    {
        var faults = new List<string>();
        var settings = BotSettings.Read(builder.Configuration, faults);
        builder.Configuration.AddInMemoryCollection(TeamsHost.Keys(builder.Configuration));
        var teams = TeamsSettings.Read(builder.Configuration.GetSection("Teams"), builder.Environment.IsDevelopment(), faults);
        if (TeamsHost.Fault(teams) is { } fault) faults.Add(fault);
        if (faults.Count > 0) throw SettingsException.Of(faults);
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(settings.Url.ToString());
        return (settings, teams);
    }

    private static CardLibrary Library(BotSettings settings)
    {
        var folder = settings.Cards.Length > 0 ? settings.Cards : Path.Combine(AppContext.BaseDirectory, "cards");
        try
        {
            return CardLibrary.Load(folder);
        }
        catch (CardFaultsException faults)
        {
            throw new SettingsException(faults.Message, faults);
        }
    }
}
