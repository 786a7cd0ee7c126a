using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>A described application: resources, and the services that run them.</summary>
public partial class DistributedApplication
{
}
