using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;

namespace SonicBridge.Steps.Report;

/// <summary>
/// <c>explain-failure</c>: what a function that throws leaves is JSON with its stack; the console shows the cause of an
/// execution to people, who want the sentence in it.
/// </summary>
public sealed class ExplainFailureFunction
{
    /// <summary>Whatever the failure is, there is something to say of it.</summary>
    [LambdaFunction(
        ResourceName = nameof(ExplainFailureFunction),
        Timeout = 10,
        MemorySize = 256,
        Role = "@ExplainFailureRole"
    )]
    public Task<FailureExplained> ExplainFailure(FailureToExplain request, ILambdaContext context) =>
        Task.FromResult(new FailureExplained(FailureStory.Tell(request.Failure)));
}
