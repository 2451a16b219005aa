using Amazon.Connect;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>
/// <c>associate-functions</c>: lets the Amazon Connect instance invoke the functions of this stack, where it may not yet.
/// What it might do before stands in <c>associated.json</c>, so that a rollback takes back just what was added.
/// </summary>
public sealed class AssociateFunctionsFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonConnect _connect;
    private readonly IAmazonLambda _lambda;
    private readonly string? _startFunctionArn;
    private readonly string? _nextPromptFunctionArn;

    public AssociateFunctionsFunction()
        : this(
            new AmazonS3Client(),
            new AmazonConnectClient(),
            new AmazonLambdaClient(),
            Setting.Optional("START_FUNCTION_ARN"),
            Setting.Optional("NEXT_PROMPT_FUNCTION_ARN")
        ) { }

    internal AssociateFunctionsFunction(
        IAmazonS3 s3,
        IAmazonConnect connect,
        IAmazonLambda lambda,
        string? startFunctionArn,
        string? nextPromptFunctionArn
    )
    {
        _s3 = s3;
        _connect = connect;
        _lambda = lambda;
        _startFunctionArn = startFunctionArn;
        _nextPromptFunctionArn = nextPromptFunctionArn;
    }

    [LambdaFunction(
        ResourceName = nameof(AssociateFunctionsFunction),
        Timeout = 50,
        MemorySize = 256,
        Role = "@AssociateFunctionsRole"
    )]
    public async Task<StepDone> AssociateFunctions(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var start = Setting.Required(_startFunctionArn, "START_FUNCTION_ARN");
        var next = Setting.Required(_nextPromptFunctionArn, "NEXT_PROMPT_FUNCTION_ARN");
        var instance = ConnectAccess.InstanceArnOf(start, plan.ConnectInstanceId);
        var access = new ConnectAccess(_connect, _lambda, instance);
        var listed = await access.ListAsync();
        await NoteAsync(store, access, instance, [start, next], listed);

        var added = new List<string>();
        foreach (var function in new[] { start, next })
        {
            var name = FunctionAddress.Parse(function).Name;
            if (!listed.Contains(function))
            {
                await access.AssociateAsync(function);
                added.Add($"{name} was associated");
            }

            // Associating may have allowed it as well.
            if ((await access.StatementsAsync(function)).Count == 0)
            {
                await access.AllowAsync(function);
                added.Add($"{name} was allowed");
            }
        }

        var done =
            added.Count > 0
                ? $"The instance may invoke the new functions: {string.Join(", ", added)}."
                : "The instance might invoke the new functions already.";
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }

    /// <summary>Notes, before the first change and never after, what was there.</summary>
    private static async Task NoteAsync(
        MigrationStore store,
        ConnectAccess access,
        string instance,
        string[] functions,
        HashSet<string> listed
    )
    {
        if (await store.ReadAsync(MigrationFile.Associated, CancellationToken.None) is not null)
        {
            return;
        }

        var before = new List<AssociatedFunction>();
        foreach (var function in functions)
        {
            before.Add(
                new AssociatedFunction(function, listed.Contains(function), await access.StatementsAsync(function))
            );
        }

        await store.TryWriteAsync(
            MigrationFile.Associated,
            new AssociatedFunctions(instance, before),
            null,
            CancellationToken.None
        );
    }
}
