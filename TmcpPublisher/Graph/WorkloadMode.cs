namespace Tmcp.Publisher.Graph;

internal enum WorkloadMode
{
    /// <summary>A Deployment whose pods may overlap and multiply.</summary>
    Stateless,

    /// <summary>A StatefulSet of one: two processes on its data would destroy it.</summary>
    SingleWriter,

    /// <summary>A Deployment that nobody calls.</summary>
    Worker,

    /// <summary>Runs once per change of its description.</summary>
    Job,

    /// <summary>Runs by the clock.</summary>
    Cron,
}
