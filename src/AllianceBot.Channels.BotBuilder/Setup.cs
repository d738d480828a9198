using AllianceBot.Channels.Teams;
using AllianceBot.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>Wires the channel under the SDK into a host.</summary>
public static class Setup
{
    /// <summary>Adds the channel, as the native one is added.</summary>
    public static IServiceCollection AddBotBuilderChannel(this IServiceCollection services, TeamsSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(all => new SdkParts(settings, all));
        services.AddSingleton<IChannel>(all => all.GetRequiredService<SdkParts>().Channel);
        services.AddHostedService(all => all.GetRequiredService<SdkParts>().Replies);
        services.TryAddSingleton<Outgoing>();
        return services;
    }

    /// <summary>Maps POST /api/messages; other methods answer 405.</summary>
    /// <exception cref="InvalidOperationException">Anonymous callers are allowed outside Development.</exception>
    public static IEndpointConventionBuilder MapBotBuilder(this IEndpointRouteBuilder endpoints)
    {
        var parts = endpoints.ServiceProvider.GetRequiredService<SdkParts>();
        if (parts.IsTrusting && !endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("Teams:AllowAnonymous is for Development only: without a token anybody could speak for anybody.");
        }

        return endpoints.MapPost("/api/messages", parts.HandleAsync);
    }
}
