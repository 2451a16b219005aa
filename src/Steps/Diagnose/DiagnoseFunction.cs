using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Diagnose;

/// <summary>
/// <c>diagnose</c>: looks for what is wrong with a call, <c>{"contactId"}</c>, with a task and its call,
/// <c>{"taskArn"}</c>, or with the deployment as a whole, <c>{}</c>; and says what to do about it. A call's execution
/// asks by <c>{"folder", "detail"}</c> when it has failed: then the answer is kept in the call's folder. It changes
/// nothing else.
/// </summary>
public sealed class DiagnoseFunction
{
    private readonly AccountClients _account;
    private readonly Func<DiagnosedPlace> _place;
    private readonly TimeProvider _time;

    public DiagnoseFunction()
        : this(AccountClients.Create(), DiagnosedPlace.FromEnvironment, TimeProvider.System) { }

    internal DiagnoseFunction(AccountClients account, Func<DiagnosedPlace> place, TimeProvider time)
    {
        _account = account;
        _place = place;
        _time = time;
    }

    /// <exception cref="FormatException">The input names no call and no task; the message says how to.</exception>
    [LambdaFunction(
        ResourceName = nameof(DiagnoseFunction),
        Timeout = 30,
        MemorySize = 256,
        Role = "@DiagnoseRole"
    )]
    public async Task<Diagnosis> Diagnose(JsonElement input, ILambdaContext context)
    {
        var request = DiagnosisRequest.Parse(input);
        var seen = await new Examination(_account, _place(), _time).ReadAsync(request);
        var diagnosis = Diagnosis.Of(seen, request.Known);
        if (request.Folder is { } folder)
        {
            await new CallStore(_account.S3, folder).WriteAsync(
                DiagnosisFile.Diagnosis,
                diagnosis,
                CancellationToken.None
            );
        }

        context.Logger.LogInformation(
            "{findings} findings about {subject}.",
            diagnosis.Findings.Count,
            diagnosis.ContactId ?? "the deployment"
        );
        return diagnosis;
    }
}
