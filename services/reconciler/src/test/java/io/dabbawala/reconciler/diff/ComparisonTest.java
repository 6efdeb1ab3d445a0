package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.diff.Objects.changes;
import static io.dabbawala.reconciler.diff.Objects.of;
import static io.dabbawala.reconciler.diff.Objects.pod;
import static io.dabbawala.reconciler.diff.Objects.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "v1/ConfigMap; {'metadata':{'creationTimestamp':null},'data':{'a':'1'}}; {'metadata':{'creationTimestamp':'2026-01-01T00:00:00Z'},'data':{'a':'1'}}",
                "v1/ConfigMap; {'metadata':{'labels':{},'annotations':null}}; {}",
                "v1/ConfigMap; {'status':{'a':1}}; {'status':{'a':2}}",
                "example.org/v1/Thing; {'spec':{'a':1},'status':{'a':1}}; {'spec':{'a':1},'status':{'a':2}}",
                "example.org/v1/Thing; {'spec':{'a':null}}; {'spec':{'b':1}}",
                "example.org/v1/Thing; {'spec':{'l':[{'a':1}]}}; {'spec':{'l':[{'a':1,'added':2}]}}",
                "v1/Secret; {'stringData':{'a':'x'}}; {'data':{'a':'eA=='}}",
                "v1/Secret; {'data':{'a':null}}; {'data':{'a':''}}",
                "v1/Secret; {'data':{'a':'YWJj\\nZGVm'}}; {'data':{'a':'YWJjZGVm'}}",
                "rbac.authorization.k8s.io/v1/Role; {'rules':[]}; {'rules':null}",
                "rbac.authorization.k8s.io/v1/RoleBinding; {'subjects':[{'kind':'User','name':'a'}]}; {'subjects':[{'kind':'User','name':'a','apiGroup':'rbac.authorization.k8s.io'}]}",
                "apiextensions.k8s.io/v1/CustomResourceDefinition; {'spec':{'preserveUnknownFields':false}}; {'spec':{}}",
                "v1/Endpoints; {'subsets':[{'addresses':[{'ip':'2'},{'ip':'1'}],'ports':[{'port':1}]}]}; {'subsets':[{'addresses':[{'ip':'1'},{'ip':'2'}],'ports':[{'port':1,'protocol':'TCP'}]}]}",
                "v1/ResourceQuota; {'spec':{'hard':{'cpu':1,'memory':'0.5Gi'}}}; {'spec':{'hard':{'cpu':'1','memory':'512Mi'}}}",
                "v1/Service; {'spec':{'type':'ClusterIP','ports':[{'port':80}]}}; {'spec':{'ports':[{'port':80,'protocol':'TCP','targetPort':80}],'clusterIP':'10.0.0.1'}}",
                "v1/Service; {'spec':{'clusterIP':'','publishNotReadyAddresses':false}}; {'spec':{}}",
                "networking.k8s.io/v1/NetworkPolicy; {'spec':{'egress':[],'ingress':[{'ports':[{'port':1}]}]}}; {'spec':{'ingress':[{'ports':[{'port':1,'protocol':'TCP'}]}]}}",
                "rbac.authorization.k8s.io/v1/Role; {'rules':[]}; {}",
                "rbac.authorization.k8s.io/v1/Role; {}; {'rules':null}",
                "apps/v1/StatefulSet; {'spec':{'volumeClaimTemplates':[{'metadata':{'name':'d'}}]}}; {'spec':{'volumeClaimTemplates':[{'kind':'PersistentVolumeClaim','metadata':{'name':'d'},'status':{'phase':'Pending'}}]}}",
                "apps/v1/Deployment; {'spec':{'replicas':1,'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':'25%'}}}}; {'spec':{}}"
            })
    void the_same_said_in_another_way_is_no_difference(String kind, String desired, String live) {
        assertThat(changes(of(kind, desired), of(kind, live))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} is not {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "v1/ConfigMap; {'data':{'a':''}}; {'data':{}}; /data/a",
                "v1/ConfigMap; {'data':{'a':'1'}}; {}; /data",
                "example.org/v1/Thing; {'spec':{'cpu':'1000m'}}; {'spec':{'cpu':'1'}}; /spec/cpu",
                "example.org/v1/Thing; {'spec':{'l':[]}}; {'spec':{}}; /spec/l",
                "example.org/v1/Thing; {'spec':{'l':[1]}}; {'spec':{'l':[1,2]}}; /spec/l",
                "example.org/v1/Thing; {'spec':{'a':{}}}; {'spec':{}}; /spec/a",
                "v1/Secret; {'stringData':{'a':'y'}}; {'data':{'a':'eA=='}}; /data/a",
                "rbac.authorization.k8s.io/v1/Role; {'rules':[{'verbs':['get']}]}; {'rules':[]}; /rules",
                "rbac.authorization.k8s.io/v1/Role; {'rules':[{'verbs':['get']}]}; {'rules':[{'verbs':['get'],'resources':['pods']}]}; /rules/0/resources",
                "rbac.authorization.k8s.io/v1/Role; {'rules':[]}; {'rules':[{'verbs':['get']}]}; /rules",
                "v1/Service; {'spec':{'selector':{'app':''}}}; {'spec':{'selector':{'app':'web'}}}; /spec/selector/app",
                "v1/Service; {'spec':{'type':'NodePort'}}; {'spec':{'type':'ClusterIP'}}; /spec/type",
                "v1/ServiceAccount; {'automountServiceAccountToken':false}; {}; /automountServiceAccountToken",
                "v1/PersistentVolumeClaim; {'spec':{'storageClassName':''}}; {'spec':{}}; /spec/storageClassName",
                "policy/v1/PodDisruptionBudget; {'spec':{'selector':{'matchLabels':{}}}}; {'spec':{}}; /spec/selector",
                "apps/v1/Deployment; {'spec':{'replica':3}}; {'spec':{'replicas':3}}; /spec/replica",
                "apps/v1/Deployment; {'spec':{'replicas':'3'}}; {'spec':{'replicas':3}}; /spec/replicas"
            })
    void what_means_something_else_is(String kind, String desired, String live, String pointer) {
        assertThat(pointers(changes(of(kind, desired), of(kind, live)))).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'containers':[{'name':'a','image':'a:1'}]}; {'containers':[{'name':'proxy'},{'name':'a','image':'a:1','imagePullPolicy':'Always','resources':{}}]}",
                "{'containers':[{'name':'a','env':[{'name':'E','value':''}]}]}; {'containers':[{'name':'a','env':[{'name':'E'},{'name':'INJECTED','value':'x'}]}]}",
                "{'containers':[{'name':'a','resources':{'limits':{'cpu':'1000m','memory':1073741824}}}]}; {'containers':[{'name':'a','resources':{'limits':{'cpu':'1','memory':'1Gi'}}}]}",
                "{'containers':[{'name':'a','ports':[{'containerPort':53,'protocol':'UDP'},{'containerPort':53}]}]}; {'containers':[{'name':'a','ports':[{'containerPort':53,'protocol':'UDP'},{'containerPort':53,'protocol':'TCP'}]}]}",
                "{'volumes':[{'name':'v','configMap':{'name':'c'}}]}; {'volumes':[{'name':'v','configMap':{'name':'c','defaultMode':420}},{'name':'token'}]}",
                "{'hostNetwork':false,'nodeSelector':{},'tolerations':[],'securityContext':{}}; {'dnsPolicy':'ClusterFirst'}",
                "{'containers':[{'name':'a','livenessProbe':{'timeoutSeconds':0,'periodSeconds':5}}]}; {'containers':[{'name':'a','livenessProbe':{'timeoutSeconds':1,'periodSeconds':5}}]}",
                "{'volumes':[{'name':'v','emptyDir':{'sizeLimit':'0.5Gi'}}]}; {'volumes':[{'name':'v','emptyDir':{'sizeLimit':'512Mi'}}]}"
            })
    void a_pod_as_the_api_server_keeps_it_is_as_declared(String desired, String live) {
        assertThat(changes(pod(desired), pod(live))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'containers':[{'name':'a','image':'a:1'}]}; {'containers':[{'name':'b'},{'name':'a','image':'a:2'}]}; /spec/template/spec/containers/1/image",
                "{'containers':[{'name':'a'},{'name':'b'}]}; {'containers':[{'name':'b'},{'name':'a'}]}; /spec/template/spec/containers",
                "{'containers':[{'name':'a','args':['x']}]}; {'containers':[{'name':'a','args':['x','y']}]}; /spec/template/spec/containers/0/args",
                "{'tolerations':[{'key':'a'}]}; {'tolerations':[{'key':'a'},{'key':'b'}]}; /spec/template/spec/tolerations",
                "{'tolerations':[{'key':'a'}]}; {'tolerations':[{'key':'a','effect':'NoExecute'}]}; /spec/template/spec/tolerations/0/effect",
                "{'volumes':[{'name':'v','emptyDir':{}}]}; {'volumes':[{'name':'v'}]}; /spec/template/spec/volumes/0/emptyDir"
            })
    void a_pod_that_was_changed_is_not(String desired, String live, String pointer) {
        assertThat(pointers(changes(pod(desired), pod(live)))).containsExactly(pointer);
    }

    @Test
    void rules_of_an_aggregated_role_are_compared_unless_that_is_left_alone() {
        var kind = "rbac.authorization.k8s.io/v1/ClusterRole";
        var desired =
                of(
                        kind,
                        "{'aggregationRule':{'clusterRoleSelectors':[]},'rules':[{'verbs':['get']}]}");
        var live =
                of(
                        kind,
                        "{'aggregationRule':{'clusterRoleSelectors':[]},'rules':[{'verbs':['list']}]}");

        assertThat(changes(desired, live)).isNotEmpty();
        assertThat(changes(Comparison.PLAIN, desired, live)).isEmpty();
    }
}
