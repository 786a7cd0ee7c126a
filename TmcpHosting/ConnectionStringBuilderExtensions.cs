using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Execution.Logs;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>Adds connection strings.</summary>
public static class ConnectionStringBuilderExtensions
{
    /// <summary>Adds a connection string put together from values of other resources.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="connectionStringExpression">The connection string.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(
        this IDistributedApplicationBuilder builder,
        string name,
        ReferenceExpression connectionStringExpression)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ConnectionStringResource(name, connectionStringExpression))
            .WithReferenceRelationship(connectionStringExpression)
            .WithInitialState(new CustomResourceSnapshot
            {
                ResourceType = KnownResourceTypes.ConnectionString,
                State = KnownResourceStates.Waiting,
                Properties = [],
            })
            .OnInitializeResource(AnnounceAsync);
    }

    /// <summary>Adds a connection string put together by code.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="connectionStringBuilder">The code.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(
        this IDistributedApplicationBuilder builder,
        string name,
        Action<ReferenceExpressionBuilder> connectionStringBuilder)
    {
        ArgumentNullException.ThrowIfNull(connectionStringBuilder);
        var expression = new ReferenceExpressionBuilder();
        connectionStringBuilder(expression);
        return builder.AddConnectionString(name, expression.Build());
    }

    // It "runs" once its parts are known and what it waits for is ready.
    private static async Task AnnounceAsync(ConnectionStringResource resource, InitializeResourceEvent initialize, CancellationToken cancellationToken)
    {
        var state = KnownResourceStates.Running;
        try
        {
            await initialize.Notifications.WaitForDependenciesAsync(resource, cancellationToken).ConfigureAwait(false);
            await resource.ConnectionStringExpression.GetValueAsync(cancellationToken).ConfigureAwait(false);
            await initialize.Eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, initialize.Services), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException) // foreign code: value providers and handlers of the app host
        {
            initialize.Services.GetRequiredService<CrashReports>().FailedToStart(resource, resource.Name, exception.Message);
            state = KnownResourceStates.FailedToStart;
        }

        await initialize.Notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = state }).ConfigureAwait(false);
    }
}
