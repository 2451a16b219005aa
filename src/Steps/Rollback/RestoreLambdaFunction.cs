using Amazon.Connect;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Model;
using Amazon.S3;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>restore-lambda</c>: brings the function back as it was, its environment with it, and so undoes what pin-revision did.
/// It runs after restore-task-definition: by then the family's name alone means the Fargate revision again.
/// </summary>
public sealed class RestoreLambdaFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonLambda _lambda;
    private readonly IAmazonConnect _connect;
    private readonly HttpClient _http;

    public RestoreLambdaFunction()
        : this(new AmazonS3Client(), new AmazonLambdaClient(), new AmazonConnectClient(), new HttpClient()) { }

    internal RestoreLambdaFunction(IAmazonS3 s3, IAmazonLambda lambda, IAmazonConnect connect, HttpClient http)
    {
        _s3 = s3;
        _lambda = lambda;
        _connect = connect;
        _http = http;
    }

    /// <exception cref="NotReadyYet">Lambda is at a change; the next run goes on from there.</exception>
    /// <exception cref="MigrationRefused">Lambda does not take what the backup holds.</exception>
    [LambdaFunction(
        ResourceName = nameof(RestoreLambdaFunction),
        Timeout = 290,
        MemorySize = 1024,
        Role = "@RestoreLambdaRole"
    )]
    public async Task<StepDone> RestoreLambda(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var backup = await store.RequireAsync(FunctionFile.Function);
        try
        {
            await new FoundFunction(_lambda, store, new CodeDownload(_http)).KeepAsync(backup);
            var wanted = new MovedRevisions(await RestoredNames.ReadAsync(store)).Now(backup);
            await new RestoredFunction(_lambda, store, wanted).RestoreAsync();
            await new RestoredAliases(_lambda, store, backup).RestoreAsync();
            await new RestoredAssociation(_connect, _lambda, store).RestoreAsync();
            await new NamedRevisions(_lambda, store, backup).NoteAsync();
            await new RestoredPolicies(_lambda, store, backup).RestoreAsync();
            await RestoreConcurrencyAsync(store, backup.FunctionName);
        }
        catch (ResourceConflictException e)
        {
            throw new NotReadyYet($"Lambda is at another change of {backup.FunctionName}: {e.Message}");
        }
        catch (InvalidParameterValueException e)
        {
            throw new MigrationRefused(
                $"Lambda does not take what the backup of {backup.FunctionName} holds: {e.Message} Mend what it says (a role, a layer, a subnet that is gone) and start the rollback again.",
                e
            );
        }

        var done =
            $"{backup.FunctionName} is as it was: code {backup.CodeSha256}, configuration, aliases, policies, concurrency. {await TellAsync(store)}".TrimEnd();
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }

    /// <summary>What is not as it was all the same, and what was replaced.</summary>
    private static async Task<string> TellAsync(MigrationStore store)
    {
        var names = await RestoredNames.ReadAsync(store);
        var changes = (names.Changed ?? new Dictionary<string, RestoredChange>())
            .Where(change => change.Key.StartsWith("variable ", StringComparison.Ordinal))
            .Select(change => change.Value.What);
        var kept = (names.Kept ?? new Dictionary<string, string>())
            .Where(one => one.Key.StartsWith(FoundFunction.Below, StringComparison.Ordinal))
            .Select(one => one.Value);
        return string.Join(' ', changes.Concat(kept));
    }

    private async Task RestoreConcurrencyAsync(MigrationStore store, string function)
    {
        var wanted = (await store.RequireAsync(FunctionFile.Concurrency)).Reserved;
        if (wanted == await new LiveFunction(_lambda, function).FindReservedConcurrencyAsync())
        {
            return;
        }

        if (wanted is null)
        {
            await _lambda.DeleteFunctionConcurrencyAsync(
                new DeleteFunctionConcurrencyRequest { FunctionName = function }
            );
        }
        else
        {
            await _lambda.PutFunctionConcurrencyAsync(
                new PutFunctionConcurrencyRequest { FunctionName = function, ReservedConcurrentExecutions = wanted }
            );
        }
    }
}
