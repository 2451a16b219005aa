using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using SonicBridge.Steps;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Diagnose;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Report;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Shift;
using SonicBridge.Steps.Verify;

[assembly: LambdaSerializer(typeof(StepsSerializer))]
[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "dotnet10")]

namespace SonicBridge.Steps;

/// <summary>
/// What the functions take and give. Lambda's serializer brings options of its own, so names on the wire are given by
/// attribute at each member.
/// </summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(StartCallAnswer))]
[JsonSerializable(typeof(ExecutionInput))]
[JsonSerializable(typeof(LaunchRequest))]
[JsonSerializable(typeof(LaunchedBridge))]
[JsonSerializable(typeof(StopBridgeRequest))]
[JsonSerializable(typeof(StoppedBridge))]
[JsonSerializable(typeof(NextPromptAnswer))]
[JsonSerializable(typeof(RecordedOutcome))]
[JsonSerializable(typeof(StepRequest))]
[JsonSerializable(typeof(StepDone))]
[JsonSerializable(typeof(Progressing))]
[JsonSerializable(typeof(PreflightRequest))]
[JsonSerializable(typeof(PreflightAnswer))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportWritten))]
[JsonSerializable(typeof(FailureToExplain))]
[JsonSerializable(typeof(FailureExplained))]
[JsonSerializable(typeof(ShiftRequest))]
[JsonSerializable(typeof(ShiftDone))]
[JsonSerializable(typeof(LoadBackupRequest))]
[JsonSerializable(typeof(LoadedBackup))]
[JsonSerializable(typeof(CanaryStarted))]
[JsonSerializable(typeof(CanaryRequest))]
[JsonSerializable(typeof(HealthRequest))]
[JsonSerializable(typeof(Diagnosis))]
public sealed partial class StepsJson : JsonSerializerContext;
