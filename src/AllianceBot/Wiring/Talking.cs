using System.Text;
using AllianceBot.Conversation;
using AllianceBot.Domain;
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
        services.AddSingleton<IConverse>(all => isTry ? Playing(all, converse, settings) : Plain(all, converse, all.GetRequiredService<IDirectory>()));
    }

    private static Converse Plain(IServiceProvider all, ConverseSettings settings, IDirectory directory) =>
        new(all.GetRequiredService<IAlliances>(), directory, all.GetRequiredService<IShow>(), settings, all.GetRequiredService<DocumentLinks>());

    private static TryConverse Playing(IServiceProvider all, ConverseSettings converse, BotSettings settings)
    {
        var engine = all.GetRequiredService<AllianceEngine>();
        var store = all.GetRequiredService<IAllianceStore>();
        var players = new Players(settings.People);
        var directory = new TryDirectory(engine.Directory, players);
        return new(
            Plain(all, converse, directory), engine, directory, all.GetRequiredService<IShow>(), players,
            async ct => await store.FindAsync(TryCommand.Sample, ct) is { } kept ? new AllianceId(Encoding.UTF8.GetString(kept.Span)) : null);
    }
}
