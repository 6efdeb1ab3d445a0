package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.health.Health.Status;
import io.dabbawala.reconciler.object.LiveObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of each kind, where it fires and where it just does not. JSON in single quotes. */
class ObjectHealthTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    `'spec':{'paused':true}`                                                       | SUSPENDED
                    `'metadata':{'generation':2},'status':{'observedGeneration':1}`                | PROGRESSING
                    `'status':{'conditions':[{'type':'Progressing','status':'False','reason':'ProgressDeadlineExceeded'}]}` | DEGRADED
                    `'status':{'conditions':[{'type':'Progressing','status':'False','reason':'Other'}]}` | HEALTHY
                    `'spec':{'replicas':2},'status':{'updatedReplicas':1}`                         | PROGRESSING
                    `'spec':{'replicas':2},'status':{'updatedReplicas':2,'replicas':3,'availableReplicas':2}` | PROGRESSING
                    `'spec':{'replicas':2},'status':{'updatedReplicas':2,'replicas':2,'availableReplicas':1}` | PROGRESSING
                    `'metadata':{'generation':2},'spec':{'replicas':2},'status':{'observedGeneration':2,'updatedReplicas':2,'replicas':2,'availableReplicas':2}` | HEALTHY
                    """)
    void deployments(String fields, Status status) {
        assertThat(of("apps/v1", "Deployment", fields)).contains(status);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    `'status':{}`                                                                  | PROGRESSING
                    `'metadata':{'generation':2},'status':{'observedGeneration':1}`                | PROGRESSING
                    `'spec':{'replicas':2},'status':{'observedGeneration':1,'readyReplicas':1}`    | PROGRESSING
                    `'spec':{'replicas':3,'updateStrategy':{'type':'RollingUpdate','rollingUpdate':{'partition':1}}},'status':{'observedGeneration':1,'readyReplicas':3,'updatedReplicas':1}` | PROGRESSING
                    `'spec':{'replicas':3,'updateStrategy':{'type':'RollingUpdate','rollingUpdate':{'partition':1}}},'status':{'observedGeneration':1,'readyReplicas':3,'updatedReplicas':2,'updateRevision':'b','currentRevision':'a'}` | HEALTHY
                    `'spec':{'updateStrategy':{'type':'OnDelete'}},'status':{'observedGeneration':1,'updateRevision':'b','currentRevision':'a'}` | HEALTHY
                    `'spec':{'updateStrategy':{'type':'RollingUpdate'}},'status':{'observedGeneration':1,'updateRevision':'b','currentRevision':'a'}` | PROGRESSING
                    `'spec':{'replicas':1},'status':{'observedGeneration':1,'readyReplicas':1,'updateRevision':'a','currentRevision':'a'}` | HEALTHY
                    """)
    void stateful_sets(String fields, Status status) {
        assertThat(of("apps/v1", "StatefulSet", fields)).contains(status);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    DaemonSet  | `'metadata':{'generation':2},'status':{'observedGeneration':1}`      | PROGRESSING
                    DaemonSet  | `'spec':{'updateStrategy':{'type':'OnDelete'}},'status':{'desiredNumberScheduled':2}` | HEALTHY
                    DaemonSet  | `'status':{'desiredNumberScheduled':2,'updatedNumberScheduled':1,'numberAvailable':2}` | PROGRESSING
                    DaemonSet  | `'status':{'desiredNumberScheduled':2,'updatedNumberScheduled':2,'numberAvailable':1}` | PROGRESSING
                    DaemonSet  | `'status':{'desiredNumberScheduled':2,'updatedNumberScheduled':2,'numberAvailable':2}` | HEALTHY
                    ReplicaSet | `'metadata':{'generation':2},'status':{'observedGeneration':1}`      | PROGRESSING
                    ReplicaSet | `'status':{'conditions':[{'type':'ReplicaFailure','status':'True'}]}` | DEGRADED
                    ReplicaSet | `'status':{'conditions':[{'type':'ReplicaFailure','status':'False'}]}` | HEALTHY
                    ReplicaSet | `'spec':{'replicas':2},'status':{'availableReplicas':1}`             | PROGRESSING
                    ReplicaSet | `'spec':{'replicas':2},'status':{'availableReplicas':2}`             | HEALTHY
                    """)
    void daemon_and_replica_sets(String kind, String fields, Status status) {
        assertThat(of("apps/v1", kind, fields)).contains(status);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    `'spec':{'restartPolicy':'Always'},'status':{'phase':'Running','containerStatuses':[{'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}` | DEGRADED
                    `'spec':{'restartPolicy':'Always'},'status':{'phase':'Pending','containerStatuses':[{'state':{'waiting':{'reason':'ErrImagePull'}}}]}` | DEGRADED
                    `'spec':{'restartPolicy':'Always'},'status':{'phase':'Pending','containerStatuses':[{'state':{'waiting':{'reason':'ContainerCreating'}}}]}` | PROGRESSING
                    `'spec':{'restartPolicy':'Never'},'status':{'phase':'Pending','containerStatuses':[{'state':{'waiting':{'reason':'ErrImagePull'}}}]}` | PROGRESSING
                    `'spec':{'restartPolicy':'Never'},'status':{'phase':'Succeeded'}`                 | HEALTHY
                    `'spec':{'restartPolicy':'Never'},'status':{'phase':'Failed'}`                    | DEGRADED
                    `'spec':{'restartPolicy':'Always'},'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}` | HEALTHY
                    `'spec':{'restartPolicy':'Always'},'status':{'phase':'Running','conditions':[{'type':'Ready','status':'False'}]}` | PROGRESSING
                    `'spec':{'restartPolicy':'Always'},'status':{'phase':'Running','containerStatuses':[{'lastState':{'terminated':{'exitCode':1}}}]}` | DEGRADED
                    `'spec':{'restartPolicy':'OnFailure'},'status':{'phase':'Running'}`               | PROGRESSING
                    `'status':{'phase':'Odd'}`                                                       | UNKNOWN
                    `'status':{'phase':'Running'}`                                                   | UNKNOWN
                    `'metadata':{'annotations':{'argocd.argoproj.io/ignore-restart-policy':'true'}},'spec':{'restartPolicy':'Never'},'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}` | HEALTHY
                    `'metadata':{'annotations':{'argocd.argoproj.io/ignore-restart-policy':'true','argocd.argoproj.io/hook':'Sync'}},'spec':{'restartPolicy':'Never'},'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}` | PROGRESSING
                    `'metadata':{'annotations':{'argocd.argoproj.io/ignore-restart-policy':'true'}},'spec':{'restartPolicy':'Never'},'status':{'phase':'Pending','containerStatuses':[{'state':{'waiting':{'reason':'ImagePullBackOff'}}}]}` | DEGRADED
                    `'spec':{'restartPolicy':'Always'},'status':{'phase':'Pending','initContainerStatuses':[{'state':{'waiting':{'reason':'ImagePullBackOff'}}}]}` | PROGRESSING
                    """)
    void pods(String fields, Status status) {
        assertThat(of("v1", "Pod", fields)).contains(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'OOMKilled', 137, OOMKilled",
        "'', 'Error', 3, 'container \"web\" failed with exit code 3'",
        "disk full, 'Error', 3, disk full"
    })
    void a_failed_pod_says_why(String message, String reason, int code, String said) {
        var ended =
                "'status':{'phase':'Failed','containerStatuses':[{'name':'web','state':"
                        + "{'terminated':{'message':'%s','reason':'%s','exitCode':%d}}}]}"
                                .formatted(message, reason, code);

        assertThat(health("v1", "Pod", ended).orElseThrow().message()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    v1                   | PersistentVolumeClaim | `'status':{'phase':'Lost'}`     | DEGRADED
                    v1                   | PersistentVolumeClaim | `'status':{'phase':'Pending'}`  | PROGRESSING
                    v1                   | PersistentVolumeClaim | `'status':{'phase':'Bound'}`    | HEALTHY
                    v1                   | PersistentVolumeClaim | `'status':{}`                   | UNKNOWN
                    v1                   | Service | `'spec':{'type':'LoadBalancer'}`              | PROGRESSING
                    v1                   | Service | `'spec':{'type':'LoadBalancer'},'status':{'loadBalancer':{'ingress':[{'ip':'::1'}]}}` | HEALTHY
                    v1                   | Service | `'spec':{'type':'ClusterIP'}`                 | HEALTHY
                    networking.k8s.io/v1 | Ingress | `'status':{'loadBalancer':{}}`                | PROGRESSING
                    networking.k8s.io/v1 | Ingress | `'status':{'loadBalancer':{'ingress':[{'ip':'::1'}]}}` | HEALTHY
                    apps/v1beta1         | Deployment | `'spec':{}`                                | UNKNOWN
                    """)
    void storage_and_traffic(String apiVersion, String kind, String fields, Status status) {
        assertThat(of(apiVersion, kind, fields)).contains(status);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    Job     | `'status':{}`                                                              | PROGRESSING
                    Job     | `'status':{'conditions':[{'type':'Failed','status':'True'}]}`              | DEGRADED
                    Job     | `'status':{'conditions':[{'type':'Suspended','status':'True'}]}`           | SUSPENDED
                    Job     | `'status':{'conditions':[{'type':'Suspended','status':'False'}]}`          | PROGRESSING
                    Job     | `'status':{'conditions':[{'type':'Complete','status':'True'}]}`            | HEALTHY
                    CronJob | `'spec':{'suspend':true}`                                                  | HEALTHY
                    CronJob | `'spec':{}`                                                                | PROGRESSING
                    CronJob | `'status':{'lastScheduleTime':'2026-11-24T12:00:00Z'}`                     | HEALTHY
                    CronJob | `'status':{'lastScheduleTime':'2026-11-24T12:00:00Z','lastSuccessfulTime':'2026-11-24T11:00:00Z'}` | DEGRADED
                    CronJob | `'status':{'active':[{}],'lastScheduleTime':'2026-11-24T12:00:00Z','lastSuccessfulTime':'2026-11-24T11:00:00Z'}` | HEALTHY
                    CronJob | `'status':{'lastScheduleTime':'2026-11-24T12:00:00Z','lastSuccessfulTime':'2026-11-24T12:00:09Z'}` | HEALTHY
                    """)
    void jobs(String kind, String fields, Status status) {
        assertThat(of("batch/v1", kind, fields)).contains(status);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    `'status':{}`                                                                        | PROGRESSING
                    `'status':{'conditions':[{'type':'AbleToScale','status':'False','reason':'FailedGetScale'}]}` | DEGRADED
                    `'status':{'conditions':[{'type':'ScalingActive','status':'False','reason':'FailedGetResourceMetric'},{'type':'AbleToScale','status':'True'}]}` | DEGRADED
                    `'status':{'conditions':[{'type':'ScalingActive','status':'False','reason':'ScalingDisabled'},{'type':'AbleToScale','status':'True'}]}` | HEALTHY
                    `'status':{'conditions':[{'type':'ScalingLimited','status':'True'}]}`                | HEALTHY
                    """)
    void autoscalers(String fields, Status status) {
        assertThat(of("autoscaling/v2", "HorizontalPodAutoscaler", fields)).contains(status);
    }

    @Test
    void an_autoscaler_of_version_1_keeps_its_conditions_in_an_annotation() {
        var annotation =
                "'metadata':{'annotations':{'autoscaling.alpha.kubernetes.io/conditions':'%s'}}";

        assertThat(
                        of(
                                "autoscaling/v1",
                                "HorizontalPodAutoscaler",
                                annotation.formatted(
                                        "[{\\'type\\':\\'AbleToScale\\',\\'status\\':\\'True\\'}]")))
                .contains(Status.HEALTHY);
        assertThat(
                        of(
                                "autoscaling/v1",
                                "HorizontalPodAutoscaler",
                                annotation.formatted("nonsense")))
                .contains(Status.UNKNOWN);
        assertThat(of("autoscaling/v1", "HorizontalPodAutoscaler", "'metadata':{}"))
                .contains(Status.PROGRESSING);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    apiregistration.k8s.io/v1 | APIService | `'status':{}`                                               | PROGRESSING
                    apiregistration.k8s.io/v1 | APIService | `'status':{'conditions':[{'type':'Available','status':'True'}]}` | HEALTHY
                    apiregistration.k8s.io/v1 | APIService | `'status':{'conditions':[{'type':'Available','status':'False'}]}` | PROGRESSING
                    apiextensions.k8s.io/v1   | CustomResourceDefinition | `'status':{}`                                 | PROGRESSING
                    apiextensions.k8s.io/v1   | CustomResourceDefinition | `'status':{'conditions':[{'type':'Terminating','status':'True'}]}` | PROGRESSING
                    apiextensions.k8s.io/v1   | CustomResourceDefinition | `'status':{'conditions':[{'type':'NamesAccepted','status':'False'}]}` | DEGRADED
                    apiextensions.k8s.io/v1   | CustomResourceDefinition | `'status':{'conditions':[{'type':'NonStructuralSchema','status':'True'}]}` | DEGRADED
                    apiextensions.k8s.io/v1   | CustomResourceDefinition | `'status':{'conditions':[{'type':'Established','status':'False','reason':'Installing'}]}` | PROGRESSING
                    apiextensions.k8s.io/v1   | CustomResourceDefinition | `'status':{'conditions':[{'type':'Established','status':'False','reason':'Other'}]}` | DEGRADED
                    apiextensions.k8s.io/v1   | CustomResourceDefinition | `'status':{'conditions':[{'type':'Established','status':'True'}]}` | HEALTHY
                    argoproj.io/v1alpha1      | Workflow | `'status':{'phase':'Running'}`   | PROGRESSING
                    argoproj.io/v1alpha1      | Workflow | `'status':{'phase':'Succeeded'}` | HEALTHY
                    argoproj.io/v1alpha1      | Workflow | `'status':{'phase':'Error'}`     | DEGRADED
                    argoproj.io/v1alpha1      | Workflow | `'status':{'phase':'Odd'}`       | UNKNOWN
                    flagger.app/v1beta1       | Canary   | `'status':{'phase':'Failed'}`    | DEGRADED
                    flagger.app/v1beta1       | Canary   | `'status':{'phase':'Promoting'}` | PROGRESSING
                    flagger.app/v1beta1       | Canary   | `'status':{'phase':'Succeeded'}` | HEALTHY
                    flagger.app/v1beta1       | Canary   | `'status':{'phase':'Odd'}`       | UNKNOWN
                    """)
    void extensions(String apiVersion, String kind, String fields, Status status) {
        assertThat(of(apiVersion, kind, fields)).contains(status);
    }

    @Test
    void a_kind_without_a_rule_has_no_opinion() {
        assertThat(of("v1", "ConfigMap", "'data':{}")).isEmpty();
    }

    @Test
    void what_is_being_deleted_is_progressing_whatever_its_kind_says() {
        assertThat(of("v1", "ConfigMap", "'metadata':{'deletionTimestamp':'x'}"))
                .contains(Status.PROGRESSING);
        assertThat(
                        of(
                                "v1",
                                "ConfigMap",
                                "'metadata':{'deletionTimestamp':'x',"
                                        + "'finalizers':['argocd.argoproj.io/hook-finalizer']}"))
                .isEmpty();
    }

    @Test
    void rules_of_ones_own_come_before_those_of_the_kind_and_after_deletion() {
        HealthRules own = _ -> Optional.of(Health.degraded("own"));
        var claim = live("v1", "PersistentVolumeClaim", "'status':{'phase':'Bound'}");
        var deleted = live("v1", "Secret", "'metadata':{'deletionTimestamp':'x'}");

        assertThat(new ObjectHealth(own).assess(claim)).contains(Health.degraded("own"));
        assertThat(new ObjectHealth(own).assess(deleted))
                .contains(Health.progressing("Pending deletion"));
        assertThat(new ObjectHealth(HealthRules.NONE).assess(claim)).contains(Health.healthy());
    }

    private static Optional<Status> of(String apiVersion, String kind, String fields) {
        return health(apiVersion, kind, fields).map(Health::status);
    }

    private static Optional<Health> health(String apiVersion, String kind, String fields) {
        return ObjectHealth.of(live(apiVersion, kind, fields));
    }

    private static LiveObject live(String apiVersion, String kind, String fields) {
        return LiveObject.of(
                object("{'apiVersion':'%s','kind':'%s',%s}".formatted(apiVersion, kind, fields)));
    }
}
