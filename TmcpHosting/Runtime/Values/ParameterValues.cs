using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// Resolves parameters when the application starts and shows them: <c>Running</c> with their value, or <c>ValueMissing</c>. Nobody can
/// be asked for a value here, so the start fails at once when a resource that starts by itself refers to a parameter without one.
/// </summary>
internal sealed class ParameterValues(ResourceNotificationService notifications, ResourceLoggerService loggers) : IDistributedApplicationEventingSubscriber
{
    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        if (executionContext.IsRunMode)
        {
            eventing.Subscribe<BeforeStartEvent>((@event, _) => RequireAsync(@event.Model));
            eventing.Subscribe<InitializeResourceEvent>((@event, _) => @event.Resource is ParameterResource parameter ? ShowAsync(parameter) : Task.CompletedTask);
        }

        return Task.CompletedTask;
    }

    private static Task RequireAsync(DistributedApplicationModel model)
    {
        var problems = model.Resources.OfType<ParameterResource>()
            .Where(parameter => model.Resources.Any(resource => NeedsAtStart(resource, parameter)))
            .Select(parameter => Find(parameter).Problem)
            .OfType<Exception>()
            .ToArray();
        return problems.Length switch
        {
            0 => Task.CompletedTask,
            1 => throw new MissingParameterValueException(problems[0].Message, problems[0]),
            _ => throw new MissingParameterValueException(string.Join(Environment.NewLine, problems.Select(problem => problem.Message)), problems[0]),
        };
    }

    private static bool NeedsAtStart(IResource resource, ParameterResource parameter)
        => !resource.HasAnnotationOfType<ExplicitStartupAnnotation>()
            && resource.Annotations.OfType<ResourceRelationshipAnnotation>().Any(relationship => relationship.Resource == parameter);

    private static (string? Value, Exception? Problem) Find(ParameterResource parameter)
    {
        try
        {
            return (parameter.ValueInternal, null);
        }
        catch (MissingParameterValueException exception)
        {
            return (null, exception);
        }
        catch (Exception exception) // foreign code: what makes the value
        {
            return (null, new DistributedApplicationException(
                $"Parameter '{parameter.Name}' has no value: {exception.Message} Correct what makes it, or set '{parameter.ConfigurationKey}'.", exception));
        }
    }

    private Task ShowAsync(ParameterResource parameter)
    {
        var (value, problem) = Find(parameter);
        if (problem is not null)
            loggers.GetLogger(parameter).LogError("{Reason}", problem.Message);
        return notifications.PublishUpdateAsync(parameter, snapshot => problem is null
            ? snapshot with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
                Properties = snapshot.Properties.WithProperty(KnownProperties.Parameter.Value, value, parameter.Secret),
            }
            : snapshot with
            {
                State = problem is MissingParameterValueException
                    ? new ResourceStateSnapshot(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Warn)
                    : new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
            });
    }
}
