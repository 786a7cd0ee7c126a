using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Jobs;

[OptionsValidator]
internal sealed partial class JobOptionsValidator : IValidateOptions<JobOptions>;
