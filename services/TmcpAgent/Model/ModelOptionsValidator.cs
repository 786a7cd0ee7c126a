using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Model;

[OptionsValidator]
internal sealed partial class ModelOptionsValidator : IValidateOptions<ModelOptions>;
