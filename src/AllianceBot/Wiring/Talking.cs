using AllianceBot.Conversation;
using AllianceBot.Engine;
using AllianceBot.Try;

namespace AllianceBot.Wiring;

/// <summary>Wires the conversation; in try mode with somebody to be and a clock to walk.</summary>
internal static class Talking
{
    public static void Add(IServiceCollection services, BotSettings settings, bool isTry, bool isDevelopment)
    {
        var converse = new ConverseSettings(AnyoneCreates: isDevelopment)
        {
            CreatorTenants = settings.CreateTenants,
            Creators = settings.CreatePeople,
        };
        services.AddSingleton<SampleAlliance>();
        services.AddSingleton<IConverse>(all => isTry ? Playing(all, converse, settings) : Plain(all, converse, all.GetRequiredService<IDirectory>()));
    }

    private static Converse Plain(IServiceProvider all, ConverseSettings settings, IDirectory directory) =>
        new(
            all.GetRequiredService<IAlliances>(), directory, all.GetRequiredService<IShow>(), settings, all.GetRequiredService<DocumentLinks>(),
            all.GetRequiredService<ILogger<Converse>>());

    private static TryConverse Playing(IServiceProvider all, ConverseSettings converse, BotSettings settings)
    {
        var engine = all.GetRequiredService<AllianceEngine>();
        var sample = all.GetRequiredService<SampleAlliance>();
        var players = new Players(settings.People);
        var directory = new TryDirectory(engine.Directory, players);
        return new(
            Plain(all, converse, directory), engine, directory, all.GetRequiredService<IShow>(), players,
            sample.IdAsync);
    }
}
