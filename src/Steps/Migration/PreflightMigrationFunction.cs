using Amazon.CloudFormation;
using Amazon.Connect;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.StepFunctions;

namespace SonicBridge.Steps.Migration;

/// <summary>
/// <c>preflight-migration</c>: reads the input, claims the migration, looks at the account and writes <c>plan.json</c> and
/// <c>found.json</c>. It changes nothing outside the migration's folder.
/// </summary>
public sealed class PreflightMigrationFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonStepFunctions _stepFunctions;
    private readonly AccountSurvey _survey;
    private readonly MigrationDefaults _defaults;
    private readonly string _bucket;

    public PreflightMigrationFunction()
        : this(
            new AmazonS3Client(),
            new AmazonStepFunctionsClient(),
            new AccountSurvey(
                new AmazonLambdaClient(),
                new AmazonECSClient(),
                new AmazonConnectClient(),
                new AmazonECRClient(),
                new AmazonCloudFormationClient(),
                Setting.Required(Setting.Optional("BRIDGE_REPOSITORY_URI"), "BRIDGE_REPOSITORY_URI")
            ),
            MigrationDefaults.FromEnvironment(),
            Setting.Required(Setting.Optional("BACKUP_BUCKET"), "BACKUP_BUCKET")
        ) { }

    internal PreflightMigrationFunction(
        IAmazonS3 s3,
        IAmazonStepFunctions stepFunctions,
        AccountSurvey survey,
        MigrationDefaults defaults,
        string bucket
    )
    {
        _s3 = s3;
        _stepFunctions = stepFunctions;
        _survey = survey;
        _defaults = defaults;
        _bucket = bucket;
    }

    /// <exception cref="MigrationRefused">The input or the account does not allow it; the message says what to mend.</exception>
    [LambdaFunction(
        ResourceName = nameof(PreflightMigrationFunction),
        Timeout = 110,
        MemorySize = 512,
        Role = "@PreflightMigrationRole"
    )]
    public async Task<PreflightAnswer> PreflightMigration(PreflightRequest request, ILambdaContext context)
    {
        var execution = request.Execution ?? "";
        var plan = MigrationInput.Read(request.Input, _defaults);
        var own = new CurrentMigration(MigrationClaim.NameOf(execution), execution, MigrationPhase.Begun);
        // Only a migration that changes something is claimed.
        var current =
            request.Purpose == "migrate" && !plan.DryRun
                ? await new MigrationClaim(_s3, _stepFunctions, _bucket).TakeAsync(execution)
                : own;
        var store = new MigrationStore(_s3, new MigrationFolder(_bucket, current.Id));
        var isSealed = current.Phase is MigrationPhase.Sealed or MigrationPhase.Migrated;
        if (isSealed)
        {
            RefuseAnother(await store.RequireAsync(MigrationFile.Plan), plan, current);
        }

        if (request.Purpose == "migrate" && !isSealed)
        {
            var found = await _survey.LookAsync(plan, store);
            await store.WriteAsync(MigrationFile.Found, found, CancellationToken.None);
            if (found.Problems.Count > 0 && !plan.DryRun)
            {
                throw new MigrationRefused(string.Join(' ', found.Problems));
            }
        }

        await store.WriteAsync(MigrationFile.Plan, plan, CancellationToken.None);
        context.Logger.LogInformation("{purpose}: {folder}", request.Purpose ?? "", store.Folder.ToString());
        return new PreflightAnswer(
            store.Folder.ToString(),
            plan.DryRun,
            isSealed,
            plan.Canary,
            plan.Percentages,
            plan.BakeSeconds,
            plan.PollSeconds
        );
    }

    /// <summary>What is under way is gone on with as it was begun, but for how fast.</summary>
    private static void RefuseAnother(MigrationPlan begun, MigrationPlan asked, CurrentMigration current)
    {
        (string Field, string Begun, string Asked)[] fixedFields =
        [
            ("connectInstanceId", begun.ConnectInstanceId, asked.ConnectInstanceId),
            ("functionName", begun.FunctionName, asked.FunctionName),
            ("taskDefinitionFamily", begun.TaskDefinitionFamily, asked.TaskDefinitionFamily),
            ("stackName", begun.StackName, asked.StackName),
        ];
        foreach (var (field, before, now) in fixedFields)
        {
            if (before != now)
            {
                throw new MigrationRefused(
                    $"Migration {current.Id} was begun with {field} '{before}', and now '{now}' is asked for. Start nova-sonic-rollback with {{}} before another migration, or leave {field} as it was."
                );
            }
        }
    }
}
