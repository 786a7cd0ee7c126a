using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Threads;

[OptionsValidator]
internal sealed partial class ThreadLimitsValidator : IValidateOptions<ThreadLimits>;
